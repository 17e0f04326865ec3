"""The plugin's life in QGIS: language, provider, menu entry, and taking all of it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..analysis import kernel_cache
from ..processing_algorithms.base import ICON, tr
from ..processing_algorithms.metadata import NAME
from ..processing_algorithms.output_language import translation_file
from ..processing_algorithms.preferences import kernel_folder
from ..processing_algorithms.under_way import end_all
from .expressions import ExpressionFunctions
from .presentation import let_go
from .provider import PROVIDER_ID, InnovationClustersProvider
from .reference_systems import know_longitude_and_latitude
from .sample_project import SampleProject
from .tutorial_entry import TutorialEntry

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .dock.installation import InstalledDock
    from .explorer.panel import ExplorerPanel
    from .options import OptionsPages

MAIN_ALGORITHM = "innovationclusters"


class InnovationClustersPlugin:
    """What `classFactory` hands to QGIS; `iface` is None in qgis_process and in scripts."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._translator: QTranslator | None = None
        self._provider: InnovationClustersProvider | None = None
        self._action: QAction | None = None
        self._sample: SampleProject | None = None
        self._tutorial: TutorialEntry | None = None
        self._functions: ExpressionFunctions | None = None
        self._options: OptionsPages | None = None
        self._dock: InstalledDock | None = None
        self._explorer: ExplorerPanel | None = None

    def initProcessing(self) -> None:
        """Register the algorithms; all that qgis_process calls. Safe to call again."""
        if self._provider is not None:
            return
        # Before the provider: it and the algorithms translate their names when they are made.
        self._install_translator()
        kernel_cache.choose_folder(kernel_folder())
        self._provider = InnovationClustersProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)
        self._provider.load_models()
        self._functions = ExpressionFunctions()
        self._functions.lend()

    def initGui(self) -> None:
        """Register the algorithms and add the menu entry and the toolbar button."""
        self.initProcessing()
        if self._iface is None:
            return
        know_longitude_and_latitude()
        self._action = QAction(QIcon(str(ICON)), tr("Find innovation clusters…"), self._iface.mainWindow())
        self._action.setObjectName("innovation_clusters_find")
        self._action.setStatusTip(tr("Cluster, score and rank the addresses of inventors, authors and firms"))
        self._action.triggered.connect(self._open_dialog)
        self._iface.addPluginToVectorMenu(NAME, self._action)
        self._iface.addToolBarIcon(self._action)
        self._add_options(self._iface)
        self._sample = SampleProject(self._iface)
        self._add_dock(self._iface)
        self._tutorial = TutorialEntry(self._iface)

    def _add_dock(self, iface: QgisInterface) -> None:
        from .dock.installation import InstalledDock
        from .explorer.panel import ExplorerPanel

        self._explorer = ExplorerPanel(iface)
        self._dock = InstalledDock(iface, self._explorer)

    def _add_options(self, iface: QgisInterface) -> None:
        # qgis_process has no use for the widgets behind it.
        from .options import OptionsPages

        self._options = OptionsPages(iface)

    def unload(self) -> None:
        """Undo everything the other methods did; runs that are under way are cancelled first."""
        end_all()
        if self._dock is not None:
            self._dock.remove()
            self._dock = None
        if self._explorer is not None:
            self._explorer.remove()
            self._explorer = None
        if self._tutorial is not None:
            self._tutorial.remove()
            self._tutorial = None
        if self._sample is not None:
            self._sample.remove()
            self._sample = None
        if self._action is not None and self._iface is not None:
            self._iface.removePluginVectorMenu(NAME, self._action)
            self._iface.removeToolBarIcon(self._action)
            self._action.deleteLater()
            self._action = None
        if self._options is not None:
            self._options.take_back()
            self._options = None
        if self._functions is not None:
            self._functions.take_back()
            self._functions = None
        if self._provider is not None:
            # By its id: whoever has cleared the registry before has deleted the provider.
            QgsApplication.processingRegistry().removeProvider(PROVIDER_ID)
            self._provider = None
            let_go()
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _install_translator(self) -> None:
        locale = QgsApplication.locale()
        for name in (locale, locale.split("_")[0]):
            path = translation_file(name)
            if path.is_file():
                translator = QTranslator()
                if translator.load(str(path)):
                    QCoreApplication.installTranslator(translator)
                    self._translator = translator
                return

    def _open_dialog(self) -> None:
        if self._iface is not None:
            from .launching import open_dialog

            open_dialog(self._iface, MAIN_ALGORITHM)
