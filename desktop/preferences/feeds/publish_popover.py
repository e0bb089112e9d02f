"""A form for one place on the internet where a calendar is published."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db.feed_records import Delivery, DeliveryKind, Feed
from desktop import feed_words
from desktop.feed_words import Said
from desktop.preferences.checked_field import CheckedField, server_problem
from desktop.preferences.feeds.errands import Tried
from desktop.preferences.form_popover import FormPopover
from desktop.preferences.parts import labelled
from desktop.ui import theme
from desktop.ui.controls import Button, Segmented
from desktop.ui.fields import LineField, SelectField, help_text, label
from desktop.ui.parts import beside, stacked
from desktop.ui.state_line import StateLine

_SECRET_BYTES = 6  # of the file name that is suggested: nobody guesses 48 bits over the network


class PublishPopover(FormPopover):
    """Goes away for good when it closes; a delivery with an id below 1 is new.

    `has_password` tells whether the keyring is thought to know one: then none needs to be typed.

    Signals: `accepted(Delivery, password or "")`: an empty one means the known one; `tested(Delivery, password)` and
    `calendar_wanted(Delivery, password, name, colour)`, for a new calendar there, after which somebody calls `take`.
    """

    accepted = Signal(object, str)
    tested = Signal(object, str)
    calendar_wanted = Signal(object, str, str, str)

    def __init__(
        self, parent: QWidget, delivery: Delivery, feeds: Sequence[Feed], *, has_password: bool = False
    ) -> None:
        super().__init__(parent, 460)
        self._delivery = delivery
        kinds = (DeliveryKind.WEBDAV, DeliveryKind.CALDAV)
        self.kind = Segmented([(each.value, feed_words.delivery_kind(each)) for each in kinds], is_wide=True)
        self._names = {str(each.id): each.name for each in feeds}
        self.feed = SelectField(list(self._names.items()))
        self.address = CheckedField(self._address_problem, "link")
        self.calendars = SelectField(placeholder=self.tr("Choose one of them"))
        self.user = LineField()
        self.password = LineField()
        self.public = CheckedField(server_problem, "link", self.tr("https://…"))
        self._about, self._address_label = help_text(""), label("", self.address)
        self._public_help = help_text("")
        self._found = labelled(self.tr("Calendars found there"), self.calendars)
        self.make = Button(self.tr("Make a new one there"), "plus", size=28)
        self._offered = QWidget()
        self._state = StateLine()
        self.test = Button(self.tr("Test"))
        self._pressed: Button | None = None
        self._has_password = has_password
        self._lay_out()
        self._fill()
        self.kind.changed.connect(self._show_kind)
        self.calendars.committed.connect(self.address.set_value)
        self.make.clicked.connect(self._make)
        self.test.clicked.connect(self._test)

    def take(self, tried: Tried) -> None:
        """Show what the server answered."""
        self._set_busy(False)
        if tried.problem is not None:
            self._say(tried.problem)
        elif self.kind.value == DeliveryKind.CALDAV:
            if tried.made:
                self.address.set_value(tried.made)
            self._offer(tried.calendars)
        else:
            self._say(Said(self.tr("The server answers and knows you."), "ok"))

    def _say(self, said: Said) -> None:
        self._state.say(said)
        self._state.setVisible(bool(said.text))

    def _offer(self, found: Sequence[tuple[str, str]]) -> None:
        self.calendars.set_options([(address, name) for name, address in found])
        self._found.setVisible(bool(found))
        self._offered.show()
        if found:
            known = self.address.value
            chosen = known if known in {address for _name, address in found} else None
            self.calendars.set_value(chosen)
            words = self.tr("The server answers. Choose an empty calendar: Wochenwerk fills it.")
            self._say(Said(words if chosen is None else self.tr("The server answers, the calendar is there."), "ok"))
        else:
            self._say(Said(self.tr("The server answers, but has no calendar yet."), "warn"))

    def _lay_out(self) -> None:
        title = self.tr("Publish a calendar") if self._delivery.id < 1 else self.tr("Published calendar")
        self.add_title(title, "share-3")
        gap = theme.px(10)
        self.body.addSpacing(gap)
        self.body.addWidget(self.kind)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.body.addSpacing(theme.px(6))
        self.body.addWidget(self._about)
        self.body.addSpacing(gap)
        self.body.addWidget(labelled(self.tr("Calendar"), self.feed))
        self.body.addSpacing(gap)
        address = stacked(spacing=5)
        address.addWidget(self._address_label)
        address.addWidget(self.address)
        self.body.addLayout(address)
        self.body.addSpacing(gap)
        access = beside(spacing=12)
        self.password.editor.setEchoMode(QLineEdit.EchoMode.Password)
        for name, field in ((self.tr("User"), self.user), (self.tr("Password"), self.password)):
            access.addWidget(labelled(name, field), 1)
        self.body.addLayout(access)
        offer = stacked(self._offered, spacing=6)
        offer.setContentsMargins(0, gap, 0, 0)
        offer.addWidget(self._found)
        offer.addWidget(self.make, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._offered)
        self._offered.hide()
        self.body.addSpacing(gap)
        self.body.addWidget(labelled(self.tr("Public address, if there is one"), self.public))
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self._public_help)
        self.body.addSpacing(gap)
        self.body.addWidget(self._state)
        self._state.hide()
        self.body.addSpacing(theme.px(6))
        self.add_foot(self.tr("Publish") if self._delivery.id < 1 else self.tr("Apply"), self.test)

    def _fill(self) -> None:
        delivery = self._delivery
        is_known = delivery.id > 0
        self.kind.set_value(delivery.kind.value)
        self.kind.setEnabled(not is_known)
        self.feed.set_value(str(delivery.feed_id))
        self.address.set_value(delivery.address)
        self.user.set_value(delivery.user)
        self.public.set_value(delivery.public_address)
        self.password.editor.setPlaceholderText(self.tr("in the keyring") if self._has_password else "")
        self._show_kind(delivery.kind.value)

    def _show_kind(self, kind: str) -> None:
        is_file = kind == DeliveryKind.WEBDAV
        self._about.setText(
            self.tr("Your web space takes a file by WebDAV, as many hosting providers and Nextcloud do.")
            if is_file
            else self.tr("Nextcloud, mailbox.org, Radicale and others: every event is written into a calendar there.")
        )
        words = self.tr("Address of the file") if is_file else self.tr("Address of the calendar, or of the server")
        self._address_label.setText(words)
        self.address.set_name(words)
        self.address.editor.setPlaceholderText("https://…/woche.ics" if is_file else "https://…")
        self._public_help.setText(
            self.tr("Where Google and Outlook fetch the file: often the same address without “dav”.")
            if is_file
            else self.tr("Nextcloud: share the calendar, copy the public link and add “?export” to it.")
        )
        self._offered.hide()

    def _address_problem(self, text: str) -> str:
        return server_problem(text) if text else self.tr("An address is needed.")

    def _entered(self) -> Delivery | None:
        """The delivery as it is written in the form, None while something in it is wrong."""
        for field in (self.address, self.public):
            field.commit()
        address = self.address.value or ""
        if not address and not self.address.problem:
            self.address.set_problem(self._address_problem(""))
        wrong = next((field for field in (self.address, self.public) if field.problem), None)
        if wrong is not None:
            wrong.setFocus()
            return None
        if self._is_elsewhere(address) and not self.password.value:
            self._say(Said(self.tr("This is another server. Type the password that holds there."), "warn"))
            self.password.setFocus()
            return None
        kind = DeliveryKind(self.kind.value)
        if kind is DeliveryKind.WEBDAV and address.endswith("/"):
            address += f"{secrets.token_hex(_SECRET_BYTES)}.ics"
            self.address.set_value(address)
        return replace(
            self._delivery,
            kind=kind,
            feed_id=int(self.feed.value or 0),
            address=with_scheme(address),
            user=self.user.value.strip(),
            public_address=with_scheme(self.public.value or ""),
        )

    def _is_elsewhere(self, address: str) -> bool:
        """Tell whether the known password was given for another server: it must not be told to this one."""
        places = [urlsplit(with_scheme(each)) for each in (self._delivery.address, address)]
        return self._has_password and places[0].netloc.lower() != places[1].netloc.lower()

    def _test(self) -> None:
        delivery = self._entered()
        if delivery is not None:
            self._set_busy(True)
            self._say(Said(self.tr("Asking the server …")))
            self.tested.emit(delivery, self.password.value)

    def _make(self) -> None:
        delivery = self._entered()
        if delivery is not None:
            self._set_busy(True)
            self._say(Said(self.tr("Making a calendar …")))
            name = self._names.get(self.feed.value or "", "Wochenwerk")
            self.calendar_wanted.emit(delivery, self.password.value, name, theme.color("accent").name())

    def _set_busy(self, is_busy: bool) -> None:
        """Let nobody ask twice; the button that was pressed has the keyboard again afterwards."""
        buttons = (self.test, self.make)
        if is_busy:
            self._pressed = next((each for each in buttons if each.hasFocus()), None)
            if self._pressed is not None:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in buttons:
            button.setEnabled(not is_busy)
        if not is_busy and self._pressed is not None and self.hasFocus():
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        delivery = self._entered()
        if delivery is not None:
            password = self.password.value
            self.dismiss()
            self.accepted.emit(delivery, password)


def with_scheme(address: str) -> str:
    """An address that begins with https:// where no scheme was written; an empty one stays empty."""
    return f"https://{address}" if address and "://" not in address else address
