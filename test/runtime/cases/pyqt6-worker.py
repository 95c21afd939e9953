# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A worker object in a thread of its own speaks to the window by signals: right.
import sys

from PyQt6.QtCore import QObject, QThread, QTimer, pyqtSignal
from PyQt6.QtWidgets import QApplication, QProgressBar

app = QApplication(sys.argv)
bar = QProgressBar()
bar.show()


class Worker(QObject):
    progress = pyqtSignal(int)
    finished = pyqtSignal()

    def run(self):
        for step in range(101):
            self.progress.emit(step)
        self.finished.emit()


thread = QThread()
worker = Worker()
worker.moveToThread(thread)
worker.progress.connect(bar.setValue)
worker.finished.connect(thread.quit)
thread.started.connect(worker.run)
thread.finished.connect(app.quit)
QTimer.singleShot(20, thread.start)
app.exec()
thread.wait()
assert bar.value() == 100
