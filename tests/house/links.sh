#!/usr/bin/env bash
# The headless program links no library of a graphical interface, and OpenSSL's are loaded by whoever encrypts. Usage: links.sh CONFABD
set -euo pipefail
libraries=$(ldd "$1")
grep -q 'libQt6Core' <<<"$libraries" || { echo "ldd shows no Qt6Core: $libraries"; exit 1; }
if grep -E 'libQt6(Gui|Widgets|Svg|OpenGL|DBus)|libX11|libxcb|libwayland|libGL|libssl|libcrypto' <<<"$libraries"; then
    echo "confabd links these, and must not."
    exit 1
fi
