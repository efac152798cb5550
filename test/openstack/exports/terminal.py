"""Pastes a text into an interactive shell at a terminal of its own, as terminal emulators do, then types commands.

    terminal.py PROGRAM ARGUMENT…     {"paste": text, "isBracketed": boolean, "type": [line, …]} as JSON on stdin

Terminals bracket what is pasted where a shell has asked for that, and old ones do not. Prints all that was on the terminal. A variable PS1 has to say "ready> ".
"""

import json
import os
import pty
import sys

PROMPT = b"ready> "

todo = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])


def send(text):
    data = text.encode()
    while data:
        data = data[os.write(terminal, data) :]


def read():
    try:
        return os.read(terminal, 65536)
    except OSError:  # What a terminal says once its shell has ended.
        return b""


# zsh asks for brackets after its prompt, bash before.
awaited = [PROMPT, b"\x1b[?2004h"]
screen = b""
while not all(text in screen for text in awaited):
    chunk = read()
    if not chunk:
        sys.exit("The shell has ended.")
    screen += chunk

send(f"\x1b[200~{todo['paste']}\x1b[201~" if todo["isBracketed"] else todo["paste"])
send("\r")
for line in [*todo["type"], "exit"]:
    send(line + "\r")
while chunk := read():
    screen += chunk
os.waitpid(pid, 0)
sys.stdout.buffer.write(screen)
