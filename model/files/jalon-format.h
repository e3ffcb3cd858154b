/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What names a project file and the versions of its format. A minor version adds attributes and
 * elements that older programs keep as they are; a major version changes what was there. */

#define JALON_NAMESPACE_STEM "urn:jalon:project:"
#define JALON_NAMESPACE JALON_NAMESPACE_STEM "1"
#define JALON_FORMAT_MAJOR 1
#define JALON_FORMAT_MINOR 0

/* The attribute of every element that is no field. */
#define JALON_ATTRIBUTE_ID "id"
