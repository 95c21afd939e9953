// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The shipped models: they parse, every entry names its source, and a sample of facts that rules rest on.
#include "models/Builtin.h"
#include "models/Parse.h"

#include <gtest/gtest.h>

using namespace offmain;

namespace {

const ModelSet &builtin() {
  static const ModelSet Set = ModelSet::builtin();
  return Set;
}

Contract of(llvm::StringRef Name, llvm::ArrayRef<llvm::StringRef> Bases = {}, llvm::StringRef Signature = "()") {
  return builtin().function(Name, Bases, Signature);
}

Thread callback(const Contract &C, int Arg) {
  for (const CallbackContract &B : C.Callbacks)
    if (B.Arg == Arg)
      return B.Runs;
  return Thread::Unset;
}

} // namespace

TEST(Builtin, EveryFileParsesAndEveryEntryHasASource) {
  EXPECT_GT(builtinModels().size(), 20u);
  for (const BuiltinModel &M : builtinModels()) {
    auto Tree = parseYaml(llvm::MemoryBufferRef(M.Text, M.Name));
    ASSERT_TRUE(static_cast<bool>(Tree)) << llvm::toString(Tree.takeError());
    auto File = readModels(*Tree, M.Name);
    ASSERT_TRUE(static_cast<bool>(File)) << llvm::toString(File.takeError());
    EXPECT_FALSE(File->Library.empty()) << M.Name.str();
    EXPECT_FALSE(File->Functions.empty()) << M.Name.str();
    for (const FunctionEntry &E : File->Functions) {
      // A documentation page; of this project's own functions, their header.
      EXPECT_TRUE(E.C.Source.rfind("https://", 0) == 0 || E.C.Source.rfind("include/offmain/", 0) == 0)
          << E.C.File << ": " << E.Names.front();
      EXPECT_FALSE(E.C.empty() && E.C.Kit == Toolkit::None && !E.states(Attribute::What))
          << E.C.File << " says nothing";
    }
    for (const auto *List : {&File->Overrides, &File->Fields, &File->Signals})
      for (const CalledEntry &E : *List)
        EXPECT_EQ(E.On.Source.rfind("https://", 0), 0u) << E.On.File << ": " << E.Names.front();
    for (const ClassEntry &E : File->Classes)
      EXPECT_EQ(E.Source.rfind("https://", 0), 0u) << E.File << ": " << E.Names.front();
  }
}

TEST(Builtin, GtkIsForTheMainThread) {
  for (llvm::StringRef Name :
       {"gtk_label_set_text", "gtk_widget_get_visible", "gdk_window_show", "gtk_something_of_tomorrow", "adw_toast_new",
        "gdk_pixbuf_get_from_window", "vte_terminal_feed", "gtk_source_buffer_new"}) {
    EXPECT_EQ(of(Name).RunsOn, Thread::Main) << Name.str();
    EXPECT_EQ(of(Name).Kit, Toolkit::Gtk) << Name.str();
  }
  for (llvm::StringRef Name :
       {"gtk_label_get_type", "gdk_rgba_parse", "gtk_tree_path_new", "gdk_pixbuf_new_from_file", "gdk_threads_enter",
        "gdk_texture_new_for_pixbuf", "gtk_check_version", "vte_get_major_version", "gdk_threads_add_idle",
        "gdk_cairo_set_source_pixbuf", "gtk_rc_property_parse_border_of_tomorrow_quark"})
    EXPECT_EQ(of(Name).RunsOn, Thread::Any) << Name.str();
  for (llvm::StringRef Name : {"g_free", "g_object_ref", "pango_layout_new", "cairo_create"})
    EXPECT_EQ(of(Name).RunsOn, Thread::Unset) << Name.str();
}

TEST(Builtin, GtkLoopsLocksAndSignals) {
  EXPECT_EQ(of("gtk_main").What, Role::ToolkitLoop);
  EXPECT_EQ(of("gtk_init").What, Role::ToolkitInit);
  EXPECT_EQ(of("g_application_run").What, Role::ToolkitLoop);
  EXPECT_EQ(of("gtk_dialog_run").Blocking, Blocks::NestedLoop);
  EXPECT_EQ(of("gdk_threads_lock").Lock, "gdk");
  EXPECT_EQ(of("gdk_threads_leave").Unlock, "gdk");
  EXPECT_EQ(of("gdk_threads_leave").DeprecatedRule, "gdk-threads-deprecated");
  EXPECT_EQ(callback(of("gdk_threads_add_idle_full"), 1), Thread::Main);
  EXPECT_EQ(of("g_signal_connect_data").What, Role::GSignalConnect);
  EXPECT_EQ(of("g_signal_connect_data").HandlerArg, 2);
  EXPECT_EQ(builtin().field("_GtkWidgetClass::draw")->On, Thread::Main);
  EXPECT_EQ(builtin().field("GObjectClass::finalize")->On, Thread::Inline);
  EXPECT_EQ(builtin().signal("GtkButton::clicked")->On, Thread::Main);
  EXPECT_EQ(builtin().signal("GstElement::pad-added")->On, Thread::LibraryThread);
  EXPECT_EQ(builtin().signal("GstBus::message::error")->On, Thread::Main);
}

TEST(Builtin, PythonsLock) {
  for (llvm::StringRef Name : {"PyObject_CallObject", "Py_INCREF", "PyErr_Occurred", "_PyArg_ParseTuple_SizeT",
                               "pybind11::module_::import", "pybind11::detail::object_api::operator()"})
    EXPECT_EQ(of(Name).Requires, "gil") << Name.str();
  for (llvm::StringRef Name : {"PyGILState_Ensure", "PyEval_SaveThread", "PyMem_RawMalloc", "PyBytes_GET_SIZE",
                               "PyLong_CheckExact", "Py_IsInitialized", "pybind11::handle::ptr", "PyQt_Something"})
    EXPECT_NE(of(Name).Requires, "gil") << Name.str();
  EXPECT_EQ(of("PyGILState_Ensure").lockChange(InterpreterLock), 1);
  EXPECT_EQ(of("PyEval_SaveThread").lockChange(InterpreterLock), -1);
  EXPECT_EQ(of("PyEval_SaveThread").lockChange(ToolkitLock), 0);
  EXPECT_EQ(of("gdk_threads_enter").lockChange(InterpreterLock), 0);
  EXPECT_EQ(of("pybind11::gil_scoped_release::~gil_scoped_release").lockChange(InterpreterLock), 1);
  EXPECT_EQ(builtin().field("_typeobject::tp_dealloc")->Lock, Under::Gil);
  EXPECT_EQ(builtin().lookedUp("PyInit_demo")->Lock, Under::Gil);
  EXPECT_FALSE(builtin().lookedUp("init_demo"));
}

TEST(Builtin, WidgetsAreGuiObjects) {
  EXPECT_EQ(builtin().affinity("GtkLabel", {}), ModelSet::Affinity::Gui);
  EXPECT_EQ(builtin().affinity("_GtkWindow", {}), ModelSet::Affinity::Gui);
  EXPECT_EQ(builtin().affinity("MyWindow", {"GtkWindow", "GtkBin"}), ModelSet::Affinity::Gui);
  EXPECT_EQ(builtin().affinity("GtkListStore", {"GObject"}), ModelSet::Affinity::Unset);
  EXPECT_EQ(builtin().affinity("GtkTreePath", {}), ModelSet::Affinity::Unset);
}

TEST(Builtin, TypesThatMakeWidgets) {
  EXPECT_EQ(of("gtk_label_get_type").What, Role::GuiType);
  EXPECT_EQ(of("gtk_list_store_get_type").What, Role::None);
  EXPECT_EQ(of("gdk_pixbuf_get_type").What, Role::None);
}

TEST(Builtin, CallbacksFromGirScopes) {
  EXPECT_EQ(callback(of("gtk_tree_model_foreach"), 1), Thread::Inline);
  EXPECT_EQ(callback(of("gtk_tree_view_column_set_cell_data_func"), 2), Thread::Main);
  EXPECT_EQ(callback(of("g_list_foreach"), 1), Thread::Inline);
  EXPECT_EQ(callback(of("g_file_read_async"), 3), Thread::Main);
  EXPECT_EQ(of("g_file_read").Blocking, Blocks::Unbounded);
  EXPECT_EQ(of("g_file_read").Async, "g_file_read_async");
  EXPECT_EQ(of("g_dbus_connection_call_sync").Async, "g_dbus_connection_call");
}

TEST(Builtin, SpawnersAndHandOffs) {
  EXPECT_EQ(callback(of("pthread_create"), 2), Thread::Worker);
  EXPECT_EQ(callback(of("g_thread_new"), 1), Thread::Worker);
  EXPECT_EQ(callback(of("g_thread_pool_new"), 0), Thread::Worker) << "the hand-written entry beats GIR's GFunc";
  EXPECT_EQ(callback(of("g_task_run_in_thread"), 1), Thread::Worker);
  EXPECT_EQ(callback(of("g_idle_add_full"), 1), Thread::Main);
  EXPECT_EQ(callback(of("g_main_context_invoke"), 1), Thread::Context);
  EXPECT_EQ(callback(of("std::thread::thread"), 0), Thread::Worker);
  EXPECT_EQ(callback(of("QtConcurrent::run"), 1), Thread::Worker);
  EXPECT_EQ(callback(of("signal"), 1), Thread::SignalHandler);
  EXPECT_EQ(builtin().field("sigaction::sa_handler")->On, Thread::SignalHandler);
  Contract Start = of("QThreadPool::start", {"QObject"}, "(QRunnable *, int)");
  ASSERT_EQ(Start.Callbacks.size(), 1u);
  EXPECT_EQ(Start.Callbacks[0].Method, "run");
  EXPECT_EQ(builtin().overridden("QThread::run")->On, Thread::Worker);
  EXPECT_EQ(builtin().overridden("ThreadWeaver::Job::run")->On, Thread::Worker);
  EXPECT_EQ(builtin().overridden("QQuickItem::updatePaintNode")->On, Thread::LibraryThread);
  EXPECT_EQ(builtin().overridden("QObject::timerEvent")->On, Thread::Owner);
  EXPECT_EQ(builtin().overridden("QWidget::paintEvent")->On, Thread::Main);
  EXPECT_EQ(builtin().signal("QThread::finished")->On, Thread::Worker);
}

TEST(Builtin, QtWidgetsAndObjects) {
  llvm::StringRef Label[] = {"QFrame", "QWidget", "QObject", "QPaintDevice"};
  EXPECT_EQ(of("QLabel::setText", Label, "(const QString &)").RunsOn, Thread::Main);
  EXPECT_EQ(of("QLabel::setText", Label, "(const QString &)").Kit, Toolkit::Qt);
  EXPECT_EQ(of("QLabel::tr", Label).RunsOn, Thread::Any);
  EXPECT_EQ(of("QLabel::metaObject", Label).RunsOn, Thread::Any);
  EXPECT_EQ(of("QObject::deleteLater").RunsOn, Thread::Any);
  EXPECT_EQ(of("QTimer::start").RunsOn, Thread::Owner);
  EXPECT_EQ(of("QTcpSocket::connectToHost", {"QAbstractSocket", "QIODevice", "QObject"}).RunsOn, Thread::Owner);
  EXPECT_EQ(of("QTcpSocket::QTcpSocket", {"QAbstractSocket", "QIODevice", "QObject"}).RunsOn, Thread::Any);
  EXPECT_EQ(of("QTcpSocket::~QTcpSocket", {"QAbstractSocket", "QIODevice", "QObject"}).RunsOn, Thread::Owner);
  EXPECT_EQ(of("QMessageBox::warning", {"QDialog", "QWidget", "QObject"}).Blocking, Blocks::No)
      << "a dialog the user asked for";
  EXPECT_EQ(of("QDialog::exec", {"QWidget", "QObject"}).Blocking, Blocks::NestedLoop);
  EXPECT_EQ(of("QPixmap::QPixmap", {"QPaintDevice"}, "()").RunsOn, Thread::Any);
  EXPECT_EQ(of("QPixmap::QPixmap", {"QPaintDevice"}, "(const QPixmap &)").RunsOn, Thread::Any);
  EXPECT_EQ(of("QPixmap::QPixmap", {"QPaintDevice"}, "(const QString &, const char *, int)").RunsOn, Thread::Main);
  EXPECT_EQ(of("QImage::scaled", {"QPaintDevice"}).RunsOn, Thread::Unset);
  EXPECT_EQ(of("QThread::msleep").BoundUnitMs, 1);
  EXPECT_EQ(of("QCoreApplication::instance").What, Role::Application);
  EXPECT_EQ(builtin().affinity("QLabel", Label), ModelSet::Affinity::Gui);
  EXPECT_EQ(builtin().affinity("Worker", {"QObject"}), ModelSet::Affinity::Affine);
  EXPECT_EQ(builtin().affinity("QImage", {"QPaintDevice"}), ModelSet::Affinity::Unset);
}

TEST(Builtin, FlagsThatKeepFromWaiting) {
  EXPECT_TRUE(of("waitpid").excused(1 | 2));
  EXPECT_FALSE(of("waitpid").excused(2));
  EXPECT_TRUE(of("lockf").excused(2));
  EXPECT_FALSE(of("lockf").excused(1));
  EXPECT_TRUE(of("flock").excused(2 | 4));
  EXPECT_FALSE(of("flock").excused(2));
  EXPECT_TRUE(of("g_thread_pool_free").excused(0));
  EXPECT_EQ(of("recvmsg").UnlessArg, 2);
}

TEST(Builtin, Gtkmm) {
  EXPECT_EQ(of("Gtk::Label::set_text").RunsOn, Thread::Main);
  EXPECT_EQ(of("Gtk::operator|").RunsOn, Thread::Any);
  EXPECT_EQ(of("Gdk::Pixbuf::create_from_file").RunsOn, Thread::Any);
  EXPECT_EQ(of("Gtk::TreePath::TreePath").RunsOn, Thread::Any);
  EXPECT_EQ(of("Gtk::Button::signal_clicked").What, Role::SigcSignalAccessor);
  EXPECT_EQ(of("Glib::SignalProxy0::connect").What, Role::SigcConnect);
  EXPECT_EQ(of("sigc::mem_fun").What, Role::MakeSlot);
  EXPECT_EQ(callback(of("Glib::SignalIdle::connect_once"), 0), Thread::Main);
  EXPECT_EQ(callback(of("Glib::Threads::Thread::create"), 0), Thread::Worker);
  EXPECT_EQ(of("Glib::Dispatcher::emit").RunsOn, Thread::Any);
  EXPECT_EQ(builtin().overridden("Gtk::Widget::on_draw")->On, Thread::Main);
}
