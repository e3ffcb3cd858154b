/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Servers and folders in a network that are not connected, as after a pause or a new start. */

#include "app/jalon-window-private.h"

typedef struct
{
  JalonWindow *self;
  JalonConnected func;
} Request;

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (JalonWindow) self = request->self;
  JalonConnected func = request->func;
  g_autoptr (GError) error = NULL;

  g_free (request);
  g_file_mount_enclosing_volume_finish (G_FILE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_ALREADY_MOUNTED))
    g_clear_error (&error);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    func (self, G_FILE (source), error);
}

/* Connects what @file is on, asking for a password if need be, and calls @func then. */
void
jalon_window_connect (JalonWindow *self, GFile *file, JalonConnected func)
{
  g_autoptr (GMountOperation) operation = gtk_mount_operation_new (GTK_WINDOW (self));
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->func = func;
  g_file_mount_enclosing_volume (file, G_MOUNT_MOUNT_NONE, operation, self->cancellable,
                                 connected_cb, request);
}
