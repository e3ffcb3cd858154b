/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of mermaid journey diagrams, version 11: https://mermaid.js.org/syntax/userJourney.html
 * and, where that is silent, what its parser was seen to do. */

#include "exchange/mermaid-lines.h"

#include <glib/gi18n-lib.h>

/* Characters that stand for themselves because they were written as entities; the text has been
 * cleaned, so it holds no others of this kind. */
static const struct
{
  const char *name;
  char mark;
  char meaning;
} protected_characters[] = {
  { "58", 1, ':' },  { "colon", 1, ':' }, { "59", 2, ';' },    { "semi", 2, ';' }, { "35", 3, '#' },
  { "num", 3, '#' }, { "44", 4, ',' },    { "comma", 4, ',' }, { "10", 5, ' ' },
};

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "amp", "&" },   { "lt", "<" },   { "gt", ">" },
  { "quot", "\"" }, { "apos", "'" }, { "nbsp", "\u00a0" },
};

static void
statement_free (gpointer data)
{
  MermaidStatement *self = data;

  g_free (self->text);
  g_free (self->score);
  g_free (self->rest);
  g_free (self->comment);
  g_strfreev (self->actors);
  g_free (self);
}

static void
diagram_free (gpointer data)
{
  MermaidDiagram *self = data;

  g_free (self->title);
  g_free (self->fault);
  g_ptr_array_unref (self->statements);
  g_free (self);
}

/* Appends what the entity #@name; stands for; FALSE if there is none of that name. */
static gboolean
append_entity (GString *line, const char *name)
{
  guint64 code;

  for (guint i = 0; i < G_N_ELEMENTS (protected_characters); i++)
    if (strcmp (protected_characters[i].name, name) == 0)
      {
        g_string_append_c (line, protected_characters[i].mark);
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strcmp (entities[i].name, name) == 0)
      {
        g_string_append (line, entities[i].text);
        return TRUE;
      }
  if (!g_ascii_string_to_unsigned (name, 10, 0x20, 0x10FFFD, &code, NULL) ||
      !g_unichar_validate ((gunichar) code))
    return FALSE;
  g_string_append_unichar (line, (gunichar) code);
  return TRUE;
}

/* Appends what the entity at @raw stands for. Returns what follows it; NULL if there is none. */
static const char *
decode_entity (GString *line, const char *raw)
{
  gsize length = strspn (raw + 1, "0123456789abcdefghijklmnopqrstuvwxyz");
  g_autofree char *name = g_strndup (raw + 1, length);

  if (length == 0 || raw[1 + length] != ';' || !append_entity (line, name))
    return NULL;
  return raw + length + 2;
}

/* The line up to its comment, with its entities resolved. */
static char *
decode_line (const char *raw, const char **comment)
{
  GString *line = g_string_new (NULL);
  const char *next = raw;

  while (next != NULL)
    {
      raw = strchrnul (next, '#');
      g_string_append_len (line, next, raw - next);
      next = *raw == '#' ? decode_entity (line, raw) : NULL;
    }
  *comment = raw;
  return g_string_free (line, FALSE);
}

static const char *
skip_spaces (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return p;
}

/* What follows the line break in HTML at @p: "<br>", "<br />", "</br>". NULL if there is none. */
static const char *
skip_break (const char *p)
{
  p += p[1] == '/' ? 2 : 1;
  if (g_ascii_strncasecmp (p, "br", 2) != 0)
    return NULL;
  p = skip_spaces (p + 2);
  p += *p == '/' ? 1 : 0;
  return *p == '>' ? p + 1 : NULL;
}

/* Trimmed, entities as characters, line breaks in HTML as blanks. */
static char *
to_text (const char *raw)
{
  GString *text = g_string_sized_new (strlen (raw));
  char *trimmed;

  while (*raw != '\0')
    {
      const char *end = *raw == '<' ? skip_break (raw) : NULL;

      if (end == NULL)
        {
          g_string_append_c (text, *raw++);
          continue;
        }
      while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, ' ');
      raw = skip_spaces (end);
    }
  for (char *p = text->str; *p != '\0'; p++)
    for (guint i = 0; i < G_N_ELEMENTS (protected_characters); i++)
      if (*p == protected_characters[i].mark)
        *p = protected_characters[i].meaning;
  trimmed = g_strdup (g_strstrip (text->str));
  g_string_free (text, TRUE);
  return trimmed;
}

static MermaidStatement *
add_statement (MermaidDiagram *diagram, MermaidStatementType type, guint line, const char *raw)
{
  MermaidStatement *self = g_new0 (MermaidStatement, 1);

  self->type = type;
  self->line = line;
  self->text = to_text (raw);
  g_ptr_array_add (diagram->statements, self);
  return self;
}

static char **
split_actors (const char *raw)
{
  g_auto (GStrv) parts = g_strsplit (raw, ",", -1);
  g_autoptr (GStrvBuilder) actors = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *actor = to_text (parts[i]);

      if (actor[0] != '\0')
        g_strv_builder_add (actors, actor);
    }
  return g_strv_builder_end (actors);
}

static void
add_task (MermaidDiagram *diagram, guint line, const char *raw)
{
  g_auto (GStrv) parts = g_strsplit (raw, ":", 4);
  guint n_parts = g_strv_length (parts);
  MermaidStatement *task;

  if (strchr (raw, ';') != NULL)
    add_statement (diagram, MERMAID_FAULT, line, _ ("“;” ends nothing here; write #59; for it"));
  else if (n_parts < 2 || g_strstrip (parts[0])[0] == '\0')
    add_statement (diagram, MERMAID_FAULT, line,
                   _ ("a task needs a name and a score: “Name: 3: Who”"));
  else if (n_parts == 2 && parts[1][strspn (parts[1], " \t")] == '\0')
    add_statement (diagram, MERMAID_FAULT, line, _ ("the task has no score: “Name: 3: Who”"));
  else
    {
      task = add_statement (diagram, MERMAID_TASK, line, parts[0]);
      task->score = to_text (parts[1]);
      task->actors = split_actors (n_parts > 2 ? parts[2] : "");
      task->rest = n_parts > 3 ? to_text (parts[3]) : NULL;
    }
}

/* What follows the keyword @word in @line; NULL if it does not begin with it. */
static const char *
after_word (const char *line, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (line, word, length) != 0)
    return NULL;
  return line[length] == '\0' || g_ascii_isspace (line[length]) ? line + length : NULL;
}

/* What follows "@word:" in @line. */
static const char *
after_colon (const char *line, const char *word, char mark)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (line, word, length) != 0)
    return NULL;
  line += length;
  line += strspn (line, " \t");
  return *line == mark ? line + 1 : NULL;
}

static void
add_named (MermaidDiagram *diagram,
           MermaidStatementType type,
           guint line,
           const char *raw,
           const char *forbidden)
{
  if (raw[strcspn (raw, forbidden)] == '\0')
    add_statement (diagram, type, line, raw);
  else if (type == MERMAID_TITLE)
    add_statement (diagram, MERMAID_FAULT, line, _ ("a title holds no “;”; write #59; for it"));
  else
    add_statement (diagram, MERMAID_FAULT, line,
                   _ ("a section holds no “:” and no “;”; write #58; or #59; for them"));
}

static void
parse_statement (MermaidDiagram *diagram, guint line, const char *raw)
{
  const char *comment;
  g_autofree char *decoded = decode_line (raw, &comment);
  const char *rest;

  g_strstrip (decoded);
  if (decoded[0] == '\0')
    return;
  if ((rest = after_word (decoded, "title")) != NULL)
    add_named (diagram, MERMAID_TITLE, line, rest, ";");
  else if ((rest = after_word (decoded, "section")) != NULL)
    add_named (diagram, MERMAID_SECTION, line, rest, ":;");
  else if (after_word (decoded, "journey") != NULL)
    add_statement (diagram, MERMAID_FAULT, line, _ ("nothing may begin with “journey” here"));
  else
    add_task (diagram, line, decoded);
  if (comment[0] != '\0')
    {
      MermaidStatement *statement = g_ptr_array_index (diagram->statements,
                                                       diagram->statements->len - 1);

      statement->comment = g_strdup (comment);
    }
}

/* Reads "accDescr { … }" from @lines[@i] on; returns the index of its last line. */
static guint
parse_description (MermaidDiagram *diagram, char **lines, guint i, guint first, const char *rest)
{
  g_autoptr (GString) text = g_string_new (rest);
  guint start = i;

  for (; strchr (rest, '}') == NULL && lines[i + 1] != NULL; rest = lines[i])
    g_string_append_printf (text, "\n%s", g_strstrip (lines[++i]));
  if (strchr (rest, '}') == NULL)
    {
      add_statement (diagram, MERMAID_FAULT, first + start, _ ("“accDescr {” has no “}”"));
      return i;
    }
  *strchr (text->str, '}') = '\0';
  add_statement (diagram, MERMAID_ACC_DESCR, first + start, text->str);
  return i;
}

static const char *
skip_blanks (const char *line)
{
  while (g_unichar_isspace (g_utf8_get_char (line)))
    line = g_utf8_next_char (line);
  return line;
}

/* Reads "---" to "---" at the top. Returns the index of the line after it. */
static guint
parse_front_matter (MermaidDiagram *diagram, char **lines, guint i)
{
  guint start = i;

  if (lines[i] == NULL || !g_str_has_prefix (skip_blanks (lines[i]), "---"))
    return i;
  for (i++; lines[i] != NULL && !g_str_has_prefix (lines[i], "---"); i++)
    if (g_str_has_prefix (lines[i], "title:"))
      {
        g_free (diagram->title);
        diagram->title = g_strdup (lines[i] + strlen ("title:"));
        g_strdelimit (diagram->title, "\"'", ' ');
        g_strstrip (diagram->title);
      }
  if (lines[start][0] == '-' && lines[i] != NULL)
    return i + 1;
  diagram->line += start;
  diagram->fault =
    g_strdup (_ ("the front matter must stand between two lines “---” that are not indented"));
  return i;
}

static gboolean
is_comment (const char *line)
{
  return g_str_has_prefix (line, "%%") && line[2] != '{';
}

/* Skips blank lines, comments and %%{…}%% directives from @lines[@i] on. */
static guint
skip_comments (char **lines, guint i)
{
  while (lines[i] != NULL)
    {
      const char *line = skip_blanks (lines[i]);

      if (g_str_has_prefix (line, "%%{"))
        while (strstr (lines[i], "}%%") == NULL && lines[i + 1] != NULL)
          i++;
      else if (line[0] != '\0' && !is_comment (line))
        break;
      i++;
    }
  return i;
}

static void
parse_body (MermaidDiagram *diagram, char **lines, guint i, guint first)
{
  for (i = skip_comments (lines, i); lines[i] != NULL; i = skip_comments (lines, i + 1))
    {
      const char *line = skip_blanks (lines[i]);
      const char *rest;

      if ((rest = after_colon (line, "accDescr", '{')) != NULL)
        i = parse_description (diagram, lines, i, first, rest);
      else if ((rest = after_colon (line, "accDescr", ':')) != NULL)
        add_statement (diagram, MERMAID_ACC_DESCR, first + i, rest);
      else if ((rest = after_colon (line, "accTitle", ':')) != NULL)
        add_statement (diagram, MERMAID_ACC_TITLE, first + i, rest);
      else
        parse_statement (diagram, first + i, line);
    }
}

/* Says what a diagram that is no journey is, in the word that it begins with. */
static char *
describe_other (const char *line)
{
  gsize length = strcspn (line, " \t;:");
  g_autofree char *word = g_strndup (line, length);
  g_autofree char *shown = g_utf8_make_valid (word, MIN (length, 40));

  return g_strdup_printf (_ ("this is no journey diagram: it begins with “%s”, not with “journey”"),
                          shown);
}

static MermaidDiagram *
parse_diagram (char **lines, guint first)
{
  MermaidDiagram *diagram = g_new0 (MermaidDiagram, 1);
  const char *line;
  guint i;

  diagram->line = first;
  diagram->statements = g_ptr_array_new_with_free_func (statement_free);
  i = parse_front_matter (diagram, lines, skip_comments (lines, 0));
  if (diagram->fault != NULL)
    return diagram;
  i = skip_comments (lines, i);
  line = lines[i] != NULL ? skip_blanks (lines[i]) : "";
  diagram->line = lines[i] != NULL ? first + i : first;
  if (line[0] == '\0')
    diagram->fault = g_strdup (_ ("there is no diagram in it"));
  else if (!g_str_has_prefix (line, "journey") || after_word (line, "journey") == NULL)
    diagram->fault = describe_other (line);
  else
    {
      parse_statement (diagram, first + i, line + strlen ("journey"));
      parse_body (diagram, lines, i + 1, first);
    }
  return diagram;
}

static gboolean
is_fence (const char *line)
{
  line = skip_blanks (line);
  return g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
}

/* The diagrams in the fenced blocks of a Markdown text. */
static void
split_fences (char **lines, GPtrArray *diagrams)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint start = i + 1;
      char *end;

      if (!is_fence (lines[i]) || strstr (lines[i], "mermaid") == NULL)
        continue;
      for (i++; lines[i] != NULL && !is_fence (lines[i]); i++)
        ;
      end = lines[i];
      lines[i] = NULL;
      g_ptr_array_add (diagrams, parse_diagram (lines + start, start + 1));
      lines[i] = end;
      if (end == NULL)
        break;
    }
}

/* Splits @text into its diagrams (element-type MermaidDiagram): the one it is, or those in its
 * fenced blocks. Lines count from 1. */
GPtrArray *
mermaid_split (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n", -1); /* one pass, in ASan too */
  GPtrArray *diagrams = g_ptr_array_new_with_free_func (diagram_free);

  split_fences (lines, diagrams);
  if (diagrams->len == 0)
    g_ptr_array_add (diagrams, parse_diagram (lines, 1));
  return diagrams;
}
