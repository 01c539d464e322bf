"""The names of Textual this program uses although they are private, and why.

They may go with any new version, so Textual is held to one minor version. Before it is raised, the
tests say which of these are gone.
"""

from __future__ import annotations

from typing import NamedTuple


class PrivateName(NamedTuple):
    """A private name of Textual; its owner is a ``module`` or ``module:Class``."""

    owner: str
    name: str
    why: str


PRIVATE_NAMES = (
    PrivateName("textual._context", "active_app", "a fault in a thread's answer is told"),
    PrivateName("textual._xterm_parser", "XTermParser", "pastes and reports of keys are guarded"),
    PrivateName("textual._xterm_parser", "BRACKETED_PASTE_START", "pastes are cut out before it"),
    PrivateName("textual._xterm_parser", "BRACKETED_PASTE_END", "pastes are cut out before it"),
    PrivateName(
        "textual._xterm_parser:XTermParser", "_sequence_to_key_events", "AltGr gives its character"
    ),
    PrivateName("textual._xterm_parser:XTermParser", "_timeout_time", "only silence ends a key"),
    PrivateName(
        "textual.message_pump:MessagePump", "_process_messages_loop", "a fault makes nobody deaf"
    ),
    PrivateName("textual.message_pump:MessagePump", "_closed", "who is closed takes no message"),
    PrivateName("textual.app:App", "_handle_exception", "a fault is told, and the program goes on"),
    PrivateName("textual.app:App", "_exception", "who tries the program out is told of a fault"),
    PrivateName("textual.app:App", "_exit", "once all is left, nothing is told any more"),
    PrivateName("textual.app:App", "_exit_renderables", "the first fault is the one that is told"),
    PrivateName("textual.app:App", "_fatal_error", "a fault is told without what was written"),
    PrivateName("textual.app:App", "_notifications", "a new short note replaces the one before"),
    PrivateName("textual.app:App", "_display", "nothing is painted over the curtain"),
    PrivateName("textual.app:App", "_driver", "the curtain is painted straight to the terminal"),
    PrivateName("textual.app:App", "_loop", "news from other threads reach the loop"),
    PrivateName("textual.dom:DOMNode", "_bindings", "editing keys act before the next is taken"),
    PrivateName("textual.widgets:TextArea", "_on_key", "keys act in the order they were pressed"),
    PrivateName("textual.widgets:TextArea", "_on_paste", "what is pasted is cleaned"),
    PrivateName("textual.reactive", "__watchers", "text fields that are gone are let go of"),
    PrivateName("textual.drivers.linux_driver:LinuxDriver", "_file", "who is gone holds up no end"),
    PrivateName("textual.drivers.linux_driver:LinuxDriver", "_debug", "the parser may keep a log"),
    PrivateName("textual.drivers.win32", "EventMonitor", "the console is read through our guard"),
)
"""All of them."""
