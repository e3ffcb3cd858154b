/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of project files, printed from the table, in the XML syntax of RELAX NG (ISO/IEC
 * 19757-2, http://relaxng.org/spec-20011203.html) with the datatypes of XML Schema. */

#include "files/jalon-grammar.h"

#include "document/jalon-field.h"
#include "document/jalon-id.h"
#include "files/jalon-format.h"
#include "files/jalon-writer.h"

#define ID_PATTERN "[A-Za-z0-9_\\-]{1," G_STRINGIFY (JALON_ID_MAX) "}"
#define REF_ID "<ref name=\"id\"/>"
#define NUMBER_PATTERN "[+\\-]?([0-9]+|[0-9]*\\.[0-9]+)([eE][+\\-]?[0-9]+)?"

static void G_GNUC_PRINTF (3, 4) append_line (GString *xml, guint depth, const char *format, ...)
{
  va_list args;

  g_string_append_printf (xml, "%*s", 2 * (int) depth, "");
  va_start (args, format);
  g_string_append_vprintf (xml, format, args);
  va_end (args);
  g_string_append_c (xml, '\n');
}

static void
append_pattern (GString *xml, guint depth, const char *type, const char *pattern)
{
  append_line (xml, depth, "<data type=\"%s\">", type);
  append_line (xml, depth + 1, "<param name=\"pattern\">%s</param>", pattern);
  append_line (xml, depth, "</data>");
}

static void
append_number (GString *xml, guint depth, const JalonField *field)
{
  g_autofree char *min = jalon_number_format (field->min);
  g_autofree char *max = jalon_number_format (field->max);
  gboolean is_whole = field->type == JALON_TYPE_INTEGER;

  append_line (xml, depth, "<data type=\"%s\">", is_whole ? "decimal" : "double");
  append_line (xml, depth + 1, "<param name=\"minInclusive\">%s</param>", min);
  append_line (xml, depth + 1, "<param name=\"maxInclusive\">%s</param>", max);
  append_line (xml, depth + 1, "<param name=\"pattern\">%s</param>",
               is_whole ? "[+\\-]?[0-9]+" : NUMBER_PATTERN);
  append_line (xml, depth, "</data>");
}

static void
append_choices (GString *xml, guint depth, const JalonChoice *choices, const char *pattern)
{
  append_line (xml, depth, "<choice>");
  for (const JalonChoice *choice = choices; choice->nick != NULL; choice++)
    append_line (xml, depth + 1, "<value>%s</value>", choice->nick);
  if (pattern != NULL)
    append_pattern (xml, depth + 1, "string", pattern);
  append_line (xml, depth, "</choice>");
}

static void
append_list (GString *xml, guint depth, const JalonField *field)
{
  append_line (xml, depth, "<list>");
  append_line (xml, depth + 1, "<oneOrMore>");
  if (field->type == JALON_TYPE_COUNTS)
    append_pattern (xml, depth + 2, "token", "[0-9]{1,9}");
  else
    append_line (xml, depth + 2, REF_ID);
  append_line (xml, depth + 1, "</oneOrMore>");
  append_line (xml, depth, "</list>");
}

/* What a field may hold. */
static void
append_type (GString *xml, guint depth, const JalonField *field)
{
  static const JalonChoice flags[] = { { "yes", NULL }, { "no", NULL }, { NULL, NULL } };

  switch (field->type)
    {
    case JALON_TYPE_LINE:
    case JALON_TYPE_PARAGRAPHS:
      append_line (xml, depth, "<text/>");
      break;
    case JALON_TYPE_NUMBER:
    case JALON_TYPE_INTEGER:
      append_number (xml, depth, field);
      break;
    case JALON_TYPE_FLAG:
      append_choices (xml, depth, flags, NULL);
      break;
    case JALON_TYPE_CHOICE:
      append_choices (xml, depth, field->choices, NULL);
      break;
    case JALON_TYPE_COLOUR:
      append_choices (xml, depth, jalon_palette, "#[0-9A-Fa-f]{6}");
      break;
    case JALON_TYPE_DATE:
      append_pattern (xml, depth, "date", "[0-9]{4}\\-[0-9]{2}\\-[0-9]{2}");
      break;
    case JALON_TYPE_REFERENCE:
      append_line (xml, depth, REF_ID);
      break;
    case JALON_TYPE_COUNTS:
    case JALON_TYPE_REFERENCES:
      append_list (xml, depth, field);
      break;
    case JALON_TYPE_DATA:
      append_line (xml, depth, "<data type=\"base64Binary\"/>");
      break;
    case JALON_TYPE_RAW:
    default:
      g_assert_not_reached ();
    }
}

static void
append_documentation (GString *xml, guint depth, const char *text)
{
  append_line (xml, depth, "<a:documentation>%s</a:documentation>", text);
}

static void
append_attribute (GString *xml, guint depth, const JalonField *field)
{
  append_line (xml, depth, "<optional>");
  append_line (xml, depth + 1, "<attribute name=\"%s\">", field->name);
  if (field->label != NULL)
    append_documentation (xml, depth + 2, field->label);
  append_type (xml, depth + 2, field);
  append_line (xml, depth + 1, "</attribute>");
  append_line (xml, depth, "</optional>");
}

/* What every element has, and the version, which a project must have. */
static void
append_fixed (GString *xml, guint depth, JalonKind kind)
{
  const JalonField *version = jalon_kind_get_field (kind, JALON_FIELD_VERSION);

  append_line (xml, depth, "<attribute name=\"" JALON_ATTRIBUTE_ID "\">");
  append_line (xml, depth + 1, REF_ID);
  append_line (xml, depth, "</attribute>");
  if (version == NULL)
    return;
  append_line (xml, depth, "<attribute name=\"%s\">", version->name);
  append_line (xml, depth + 1, "<value>%s</value>", jalon_field_get_fallback (version));
  append_line (xml, depth, "</attribute>");
}

/* To RELAX NG attributes have no order anyway; but xmllint, told so, needs no time that doubles
 * with each of them. */
static void
append_attributes (GString *xml, guint depth, JalonKind kind)
{
  const JalonField *content = jalon_kind_get_content (kind);

  append_line (xml, depth, "<interleave>");
  for (const JalonField *field = jalon_kind_get_info (kind)->fields; field->id != JALON_FIELD_NONE;
       field++)
    if (field != content && field->type != JALON_TYPE_RAW && field->id != JALON_FIELD_VERSION)
      append_attribute (xml, depth + 1, field);
  append_line (xml, depth, "</interleave>");
}

static void
append_content (GString *xml, guint depth, const JalonField *field)
{
  append_line (xml, depth, "<optional>");
  if (field->label != NULL)
    append_documentation (xml, depth + 1, field->label);
  append_type (xml, depth + 1, field);
  append_line (xml, depth, "</optional>");
}

static void
append_children (GString *xml, guint depth, JalonKind parent)
{
  append_line (xml, depth, "<zeroOrMore>");
  append_line (xml, depth + 1, "<choice>");
  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    if (jalon_kind_can_hold (parent, kind))
      append_line (xml, depth + 2, "<ref name=\"%s\"/>", jalon_kind_get_info (kind)->name);
  append_line (xml, depth + 1, "</choice>");
  append_line (xml, depth, "</zeroOrMore>");
}

static void
append_kind (GString *xml, JalonKind kind)
{
  const JalonKindInfo *info = jalon_kind_get_info (kind);
  const JalonField *content = jalon_kind_get_content (kind);

  append_line (xml, 1, "<define name=\"%s\">", info->name);
  append_line (xml, 2, "<element name=\"%s\">", info->name);
  append_documentation (xml, 3, info->label);
  append_fixed (xml, 3, kind);
  append_attributes (xml, 3, kind);
  if (content != NULL)
    append_content (xml, 3, content);
  if ((info->children & ~JALON_KIND_BIT (JALON_KIND_UNKNOWN)) != 0)
    append_children (xml, 3, kind);
  append_line (xml, 2, "</element>");
  append_line (xml, 1, "</define>");
}

/**
 * jalon_grammar_to_bytes:
 *
 * Prints the grammar of the files that this version writes. It is strict: what a newer minor
 * version adds is for the grammar of that version.
 *
 * Returns: (transfer full): an XML document
 */
GBytes *
jalon_grammar_to_bytes (void)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  append_line (xml, 0, "<!-- What a Jalon project may hold; printed by “jalon-cli schema”. -->");
  append_line (xml, 0,
               "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
               "         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
               "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\"\n"
               "         ns=\"" JALON_NAMESPACE "\">");
  append_line (xml, 1, "<start>");
  append_line (xml, 2, "<ref name=\"%s\"/>", jalon_kind_get_info (JALON_KIND_PROJECT)->name);
  append_line (xml, 1, "</start>");
  append_line (xml, 1, "<define name=\"id\">");
  append_pattern (xml, 2, "token", ID_PATTERN);
  append_line (xml, 1, "</define>");
  for (JalonKind kind = 0; kind < JALON_KIND_UNKNOWN; kind++)
    append_kind (xml, kind);
  append_line (xml, 0, "</grammar>");
  return g_string_free_to_bytes (xml);
}
