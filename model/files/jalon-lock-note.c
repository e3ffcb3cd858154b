/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a lock note says: NAME,LOGIN,HOST,dd.mm.yyyy hh:mm,;PID,BOOT,VERSION,ID; with a backslash
 * before commas, semicolons and backslashes. The first record is that of LibreOffice's notes
 * (svl/source/misc/lockfilecommon.cxx), so that other programs can tell who it is. */

#include "files/jalon-lock-private.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "document/jalon-id.h"

#define N_OF_PERSON 5
#define N_OF_PROCESS 4

/* Nobody's name is longer, in letters. */
#define NAME_MAX_LETTERS 80

void
lock_holder_free (JalonLockHolder *self)
{
  g_free (self->name);
  g_free (self->login);
  g_free (self->host);
  g_clear_pointer (&self->since, g_date_time_unref);
  g_free (self);
}

void
lock_note_free (LockNote *self)
{
  g_clear_pointer (&self->holder, lock_holder_free);
  g_free (self->boot);
  g_free (self);
}

static void
append (GString *text, const char *field, char end)
{
  for (const char *c = field; *c != '\0'; c++)
    {
      if (strchr (",;\\", *c) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, end);
}

/* A process number counts in one name space of one machine between two starts. */
static char *
get_boot (void)
{
  g_autofree char *boot = NULL;
  g_autofree char *space = g_file_read_link ("/proc/self/ns/pid", NULL);

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &boot, NULL, NULL) || space == NULL)
    return g_strdup ("");
  return g_strconcat (g_strstrip (boot), "/", space, NULL);
}

static const char *
get_name (void)
{
  const char *name = g_get_real_name ();

  return strcmp (name, "Unknown") == 0 ? "" : name;
}

/* Returns: (transfer full): a note of this process that is like no other */
char *
lock_note_write (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%d.%m.%Y %H:%M");
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());
  g_autofree char *boot = get_boot ();
  g_autofree char *id = jalon_id_new ();

  append (text, get_name (), ',');
  append (text, g_get_user_name (), ',');
  append (text, g_get_host_name (), ',');
  append (text, time, ',');
  append (text, "", ';');
  append (text, pid, ',');
  append (text, boot, ',');
  append (text, "jalon", ',');
  append (text, id, ';');
  return g_string_free (text, FALSE);
}

/* Takes the fields of the record at @text, and moves that behind it. Returns NULL if there is
 * none. */
static GPtrArray *
take_record (const char **text)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) field = g_string_new (NULL);

  for (const char *c = *text; *c != '\0'; c++)
    {
      if (*c != ',' && *c != ';')
        {
          if (*c == '\\' && *++c == '\0')
            return NULL;
          g_string_append_c (field, *c);
          continue;
        }
      g_ptr_array_add (fields, g_strdup (field->str));
      g_string_truncate (field, 0);
      if (*c == ';')
        {
          *text = c + 1;
          return g_steal_pointer (&fields);
        }
    }
  return NULL;
}

/* As much of @field as can be shown to people: anybody can have written it. */
static char *
clean (const char *field)
{
  g_autofree char *valid = g_utf8_make_valid (field, -1);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (const char *c = valid; *c != '\0' && n < NAME_MAX_LETTERS; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      /* Signs that turn the direction of writing are no print either. */
      if (!g_unichar_isprint (letter) || g_unichar_type (letter) == G_UNICODE_FORMAT)
        continue;
      g_string_append_unichar (text, letter);
      n++;
    }
  return g_string_free (text, FALSE);
}

static GDateTime *
parse_time (const char *text)
{
  int day, month, year, hour, minute;

  if (sscanf (text, "%2d.%2d.%4d %2d:%2d", &day, &month, &year, &hour, &minute) != 5)
    return NULL;
  return g_date_time_new_local (year, month, day, hour, minute, 0);
}

/* Returns: (transfer full) (nullable): what @text says; NULL if it is no note */
LockNote *
lock_note_parse (const char *text)
{
  g_autoptr (GPtrArray) person = take_record (&text);
  g_autoptr (GPtrArray) process = NULL;
  LockNote *self;

  if (person == NULL || person->len != N_OF_PERSON)
    return NULL;
  self = g_new0 (LockNote, 1);
  self->holder = g_new0 (JalonLockHolder, 1);
  self->holder->name = clean (g_ptr_array_index (person, 0));
  self->holder->login = clean (g_ptr_array_index (person, 1));
  self->holder->host = clean (g_ptr_array_index (person, 2));
  self->holder->since = parse_time (g_ptr_array_index (person, 3));
  process = take_record (&text);
  if (process != NULL && process->len == N_OF_PROCESS)
    {
      self->pid = g_ascii_strtoll (g_ptr_array_index (process, 0), NULL, 10);
      self->boot = g_strdup (g_ptr_array_index (process, 1));
    }
  return self;
}

/* Whether the process that wrote the note certainly is no more. */
gboolean
lock_note_is_dead (const LockNote *self)
{
  g_autofree char *boot = get_boot ();

  if (self->pid <= 0 || self->pid > G_MAXINT || boot[0] == '\0' ||
      g_strcmp0 (self->boot, boot) != 0 || strcmp (self->holder->host, g_get_host_name ()) != 0)
    return FALSE;
  return kill ((pid_t) self->pid, 0) != 0 && errno == ESRCH;
}
