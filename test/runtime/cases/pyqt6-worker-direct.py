# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A worker object that calls the window itself, from its thread.
import sys

from PyQt6.QtCore import QObject, QThread, QTimer
from PyQt6.QtWidgets import QApplication, QProgressBar

app = QApplication(sys.argv)
bar = QProgressBar()
bar.show()


class Worker(QObject):
    def run(self):
        for step in range(3):
            bar.setValue(step)  # EXPECT(qt-off-main-thread QProgressBar::setValue)
        QThread.currentThread().quit()


thread = QThread()
worker = Worker()
worker.moveToThread(thread)
thread.started.connect(worker.run)
thread.finished.connect(app.quit)
QTimer.singleShot(20, thread.start)
app.exec()
thread.wait()
