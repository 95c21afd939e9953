# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A slot that sleeps stalls Qt's loop; a timer of the main thread is started by another. Python hides Qt's symbols from others.
import sys
import threading
import time

from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication

app = QApplication(sys.argv)
timer = QTimer()


def slot():
    time.sleep(0.6)  # EXPECT(blocking-call-on-main clock_nanosleep)


def work():
    timer.start(1000)  # EXPECT(qobject-wrong-thread QTimer::start)


QTimer.singleShot(20, slot)
thread = threading.Thread(target=work)
QTimer.singleShot(900, thread.start)
QTimer.singleShot(1100, app.quit)
app.exec()
