/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* What is read from outside is bounded here. Each limit ends in a named outcome, never in a crash
 * or in silence; the reasons and measurements are in docs/FORMATS.md. */

#define CLD_LIMIT_FILE_BYTES         (8u * 1024 * 1024) /* one input, also from a pipe */
#define CLD_LIMIT_FOLDER_ENTRIES     100000u            /* files and folders below one argument */
#define CLD_LIMIT_FOLDER_DEPTH       32u
#define CLD_LIMIT_CONTAINER_ARTICLES 20000u /* items of one feed, JSON array or JSON-lines file */

#define CLD_LIMIT_JSON_DEPTH   64u
#define CLD_LIMIT_JSON_MEMBERS 1000u   /* of one object: json-glib's hash is unseeded */
#define CLD_LIMIT_JSON_VALUES  200000u /* of one document: a node costs about 100 bytes */
#define CLD_LIMIT_JSON_DIGITS  200u    /* characters of one number */

#define CLD_LIMIT_TAG_ATTRIBUTES 256u /* libxml2 2.9 is quadratic in them */
#define CLD_LIMIT_TAG_DEPTH      240u /* libxml2 2.9 drops everything below 256 without a word */

#define CLD_LIMIT_BLOCKS          20000u /* headline and paragraphs of one article */
#define CLD_LIMIT_SENTENCES       20000u
#define CLD_LIMIT_SENTENCE_CHARS  4000u
#define CLD_LIMIT_COMBINING_MARKS 30u   /* in a row: UAX #15, stream-safe text format */
#define CLD_LIMIT_FACT_CHARS      1000u /* title, outlet, author, URL */
#define CLD_LIMIT_AUTHORS         50u
