/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Servers and folders in a network that are not connected, as after a pause or a new start. */

#include "app/jalon-window-private.h"

typedef struct
{
  JalonWindow *self;
  GFile *file;
  JalonConnected func;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_object_unref (request->file);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Request) request = data;
  g_autoptr (GError) error = NULL;

  g_file_mount_enclosing_volume_finish (G_FILE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_ALREADY_MOUNTED))
    g_clear_error (&error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    request->func (request->self, request->file, error);
}

/* Connects what @file is on, asking for a password if need be, and calls @func then. By WebDAV only
 * folders can be connected (gvfs 1.50: "Could not find an enclosing directory"). */
void
jalon_window_connect (JalonWindow *self, GFile *file, JalonConnected func)
{
  g_autoptr (GMountOperation) operation = gtk_mount_operation_new (GTK_WINDOW (self));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->file = g_object_ref (file);
  request->func = func;
  g_file_mount_enclosing_volume (folder != NULL ? folder : file, G_MOUNT_MOUNT_NONE, operation,
                                 self->cancellable, connected_cb, request);
}
