#!/usr/bin/env bash
# Holds the table of ARCHITECTURE.md: an arrow only ever points down. Usage: includes.sh SOURCE_ROOT
set -euo pipefail
cd "$1"
failed=0

# allow ROOM FOLDER …: the rooms whose headers the files of ROOM may include, besides its own.
allow() {
    local room=$1; shift
    local allowed="^($room"
    local other
    for other; do allowed+="|$other"; done
    allowed+=")/"
    local found=0 file included
    while IFS=: read -r file included; do
        found=1
        if ! grep -qE "$allowed" <<<"$included"; then
            echo "$file includes $included: $room may include only: $room $*"
            failed=1
        fi
    done < <(grep -roE '^#include "[^"]+"' --include='*.h' --include='*.cpp' "$room" | sed -E 's/#include "([^"]+)"/\1/')
    if [ "$found" = 0 ]; then
        echo "No includes found in $room: this test looks in the wrong place."
        failed=1
    fi
}

allow core/wire
allow core/link    core/wire
allow core/traffic core/wire core/link
allow core/chat    core/wire core/traffic
allow server       core resources
allow client       core
allow ui/models    core server client
allow ui/text      core server client
allow ui/views     core server client ui/models ui/text resources
allow app          core server client ui resources translations

# forbid PATTERN ROOM …: Qt headers that have no place in these rooms.
forbid() {
    local pattern=$1; shift
    if grep -rnE "#include <($pattern)" --include='*.h' --include='*.cpp' "$@"; then
        echo "The rooms $* may not include these."
        failed=1
    fi
}

widgets='QWidget|QApplication|QMainWindow|QDialog|QPainter|QColor|QFont|QIcon|QPixmap|QImage|QtWidgets|QtGui|QGui|QStyle|QPalette|QBrush|QClipboard|QAction'
forbid "$widgets" core server client ui/models ui/text
# The protocol has no socket, no timer, no clock and no QObject.
forbid 'QObject|QTimer|QTcp|QAbstractSocket|QSsl|QHostAddress|QNetwork|QThread|QElapsedTimer|QDateTime|chrono' core/wire
# Words are made in ui/text, the views and the programs alone.
if grep -rnE '\btr\(|QCoreApplication::translate' --include='*.h' --include='*.cpp' core server client ui/models; then
    echo "Words for people are made in ui/text, ui/views and app."
    failed=1
fi

exit $failed
