"""Where compiled kernels are kept, how much they are, and a button that takes them away."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.gui import QgsCollapsibleGroupBox, QgsFileWidget
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from ...analysis import kernel_cache
from ...processing_algorithms.base import tr
from ...processing_algorithms.preferences import KERNEL_FOLDER, kernel_folder
from .paragraph import paragraph


class KernelsGroup(QgsCollapsibleGroupBox):
    """The folder, its size, and Clear."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Compiled kernels"), parent)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder for compiled kernels"))
        self.folder.lineEdit().setPlaceholderText(tr("Beside the plugin"))
        self.folder.setFilePath(kernel_folder())
        self.size = QLabel()
        self.clear = QPushButton(tr("Clear"))
        self.clear.clicked.connect(self._clear)
        kept = QHBoxLayout()
        kept.addWidget(self.size, 1)
        kept.addWidget(self.clear)
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(
            paragraph(
                tr(
                    "The first run compiles the density clustering, which takes some seconds, and keeps it "
                    "for later ones. Another folder is used from the next start of QGIS on."
                )
            )
        )
        form.addRow(tr("Folder"), self.folder)
        form.addRow(tr("Kept there"), kept)
        if kernel_cache.environment_folder():
            self.folder.setEnabled(False)
            form.addRow(
                paragraph(tr("The environment variable NUMBA_CACHE_DIR names a folder; that one is used."))
            )
        self._show_size()

    def store(self) -> None:
        """Store the folder; none is beside the plugin."""
        folder = self.folder.filePath().strip()
        if folder:
            QgsSettings().setValue(KERNEL_FOLDER, folder)
        else:
            QgsSettings().remove(KERNEL_FOLDER)

    def _clear(self) -> None:
        problems = kernel_cache.clear()
        self._show_size()
        if problems:
            self.size.setText(tr("Not all could be removed: {problem}").format(problem=problems[0]))

    def _show_size(self) -> None:
        size = kernel_cache.kept_bytes()
        self.size.setText(QLocale().formattedDataSize(size) if size else tr("Nothing"))
        self.clear.setEnabled(size > 0)
