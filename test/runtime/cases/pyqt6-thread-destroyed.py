# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# The only reference to a QThread goes while it runs: Qt ends the program.
# EXIT: 134
import sys
import time

from PyQt6.QtCore import QThread, QTimer
from PyQt6.QtWidgets import QApplication

app = QApplication(sys.argv)


class Worker(QThread):
    def run(self):
        time.sleep(5)


def start():
    worker = Worker()
    worker.start()
    while not worker.isRunning():
        time.sleep(0.01)
    del worker  # EXPECT(qt-thread-destroyed QThread::~QThread)


QTimer.singleShot(20, start)
app.exec()
