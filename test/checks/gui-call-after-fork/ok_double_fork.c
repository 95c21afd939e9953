// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// CHECKS: gui-call-after-fork
// The child forks again so that nobody has to wait for the helper.
#include <gtk/gtk.h>
#include <sys/wait.h>
#include <unistd.h>

static void launch(const char *file, GtkButton *button) {
  pid_t pid = fork();
  if (pid == 0) {
    pid_t grandchild = fork();
    if (grandchild == 0) {
      execlp(file, file, (char *)NULL);
      _exit(1);
    }
    _exit(0);
  }
  waitpid(pid, NULL, 0);
  gtk_button_set_label(button, "launched");
}

static gboolean on_idle(gpointer data) {
  launch("helper", data);
  return FALSE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_idle_add(on_idle, gtk_button_new());
  gtk_main();
  return 0;
}
