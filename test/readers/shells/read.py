"""Reads what is meant for Python, with the code of the tools themselves: names a tool, takes texts as JSON on stdin."""
import argparse
import ast
import json
import sys


def literals(source):
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [word for call in calls for word in call.keywords]
    return {word.arg: word.value.value for word in named if isinstance(word.value, ast.Constant)}


def dotenv(text):
    import io

    from dotenv import dotenv_values

    return dotenv_values(stream=io.StringIO(text))


def swift(words):
    """As main() of the program does it; it exits for what it misses."""
    from swiftclient import shell

    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("-h", "--help", action="store_true")
    shell.add_default_args(parser)
    options, arguments = shell.parse_args(parser, words)
    given = {**options["os_options"], **{name: options[name] for name in ["auth", "auth_version", "user", "key"]}}
    return {**{name: value for name, value in given.items() if value}, "arguments": " ".join(arguments)}


reader = {"literals": literals, "dotenv": dotenv, "swift": swift}[sys.argv[1]]
json.dump([reader(text) for text in json.load(sys.stdin)], sys.stdout)
