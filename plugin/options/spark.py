"""Which Python runs on Spark are started with, and whether it has what they need."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsSettings, QgsTask
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from ...analysis.errors import InputError
from ...processing_algorithms.base import tr
from ...processing_algorithms.preferences import SPARK_PYTHON
from ...processing_algorithms.submitting.interpreter import (
    ask,
    chosen_interpreter,
    environment_line,
    lack,
    told,
)
from .paragraph import paragraph


class Asking(QgsTask):
    """Starts a Python in the background and asks what it has."""

    def __init__(self, path: str) -> None:
        super().__init__(tr("Asking a Python what it has"), QgsTask.Flag.Hidden)
        self._path = path
        self.answer = ""
        self.usable = False

    def run(self) -> bool:
        try:
            python = ask(self._path)
            problem = lack(python, connect=False)
            if problem is not None and lack(python, connect=True) is None:
                # Java is asked for by masters alone.
                self.usable = True
                self.answer = tr("{python}: good for Spark Connect servers. For masters: {problem}").format(
                    python=told(python), problem=_sentence(problem)
                )
                return True
            self.usable = problem is None
            self.answer = told(python) if problem is None else _sentence(problem)
        except InputError as error:
            self.answer = _sentence(error)
        return True


class SparkGroup(QgsCollapsibleGroupBox):
    """The Python, a button that checks it, and the line that makes one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Python for Spark"), parent)
        self.python = QgsFileWidget()
        self.python.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.python.setDialogTitle(tr("Python for Spark"))
        self.python.setFilter(tr("All files (*)"))
        self.python.lineEdit().setPlaceholderText(tr("None"))
        self.python.setFilePath(chosen_interpreter(""))
        self.python.fileChanged.connect(self._forget)
        self.check = QPushButton(tr("Check"))
        self.check.clicked.connect(self._ask)
        self.mark, self.answer = QLabel(), QLabel()
        self.answer.setWordWrap(True)
        # The sentence has a command in it.
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._asking: Asking | None = None

        self.command = QLineEdit(environment_line())
        self.command.setReadOnly(True)
        self.command.setCursorPosition(0)
        self.command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        copy = QToolButton()
        copy.setIcon(QgsApplication.getThemeIcon("/mActionEditCopy.svg"))
        copy.setToolTip(tr("Copy the command"))
        copy.clicked.connect(lambda: QgsApplication.clipboard().setText(self.command.text()))
        self.copy = copy

        chosen, made, answered = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        chosen.addWidget(self.python, 1)
        chosen.addWidget(self.check)
        made.addWidget(self.command, 1)
        made.addWidget(copy)
        answered.addWidget(self.mark)
        answered.addWidget(self.answer, 1)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(
            paragraph(
                tr(
                    "Clusters on Spark starts its runs in a Python of their own, so that QGIS never loads "
                    "Spark. A line for a terminal makes one; choose it here afterwards."
                )
            )
        )
        form.addRow(tr("Line"), made)
        form.addRow(tr("Chosen"), chosen)
        form.addRow(answered)

    def store(self) -> None:
        """Store the path; none takes it away."""
        path = self.python.filePath().strip()
        if path:
            QgsSettings().setValue(SPARK_PYTHON, path)
        else:
            QgsSettings().remove(SPARK_PYTHON)

    def _ask(self) -> None:
        self.check.setEnabled(False)
        self._asking = Asking(self.python.filePath().strip())
        self._asking.taskCompleted.connect(self._show)
        QgsApplication.taskManager().addTask(self._asking)

    def _show(self) -> None:
        self.check.setEnabled(True)
        if self._asking is not None:
            self.show_answer(self._asking.answer, usable=self._asking.usable)

    def show_answer(self, answer: str, *, usable: bool) -> None:
        """Show what a Python has, or what it lacks."""
        icon = QgsApplication.getThemeIcon("/mIconSuccess.svg" if usable else "/mIconWarning.svg")
        size = self.fontMetrics().height()
        self.mark.setPixmap(icon.pixmap(size, size))
        self.answer.setText(answer)

    def _forget(self) -> None:
        """What was found was of another path."""
        self.mark.clear()
        self.answer.clear()


def _sentence(error: InputError) -> str:
    return tr(error.message).format(**error.values)
