#!/bin/sh
# For a double-click, or from a terminal: ./run.sh [arguments of main.py]
exec python3 "$(dirname "$0")/main.py" "$@"
