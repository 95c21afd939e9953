# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
# A worker object moved to a thread: its signal is right, its call of the label is not.
import sys

from PyQt5.QtCore import QObject, QThread, QTimer, pyqtSignal
from PyQt5.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
label = QLabel("")
label.show()


class Worker(QObject):
    done = pyqtSignal(str)

    def run(self):
        self.done.emit("right")
        label.setText("wrong")  # EXPECT(qt-off-main-thread QLabel::setText) direct
        label.setProperty("text", "by property")  # EXPECT(qt-off-main-thread *) property


thread = QThread()
worker = Worker()
worker.moveToThread(thread)
worker.done.connect(label.setText)
thread.started.connect(worker.run)
QTimer.singleShot(50, thread.start)
QTimer.singleShot(400, thread.quit)
QTimer.singleShot(500, app.quit)
app.exec()
thread.wait()
