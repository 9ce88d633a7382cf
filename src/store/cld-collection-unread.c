/* SPDX-FileCopyrightText: 2026 The claimdiff authors */
/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What could not be read is remembered until it is read: a check that says nothing of it would pass
 * for one that found nothing in it. */
#include "cld-collection-private.h"

/* Inputs that are listed at most. */
#define MAX_UNREAD 100000

static const CldOutcome outcomes[] = {CLD_OUTCOME_REFUSED, CLD_OUTCOME_LIMITED};

/* Anything else is what a damaged row says: then nothing was read at all. */
static CldOutcome
outcome_of(const char *tag)
{
    for (guint i = 0; i < G_N_ELEMENTS(outcomes); i++)
        if (g_strcmp0(tag, cld_outcome_get_tag(outcomes[i])) == 0)
            return outcomes[i];
    return CLD_OUTCOME_REFUSED;
}

/**
 * cld_collection_put_unread:
 * @self: a collection in a sequence for writing
 * @file: of the input, as seen from the project, without an item's number
 * @input: what could not be read, or not to its end; its source as seen from the project
 *
 * Remembers an input, in place of what was remembered of it.
 */
void
cld_collection_put_unread(CldCollection *self, const char *file, const CldInput *input)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "put-unread");
    cld_db_bind_text(statement, ":source", input->source);
    cld_db_bind_text(statement, ":file", file);
    cld_db_bind_text(statement, ":outcome", cld_outcome_get_tag(input->outcome));
    cld_db_bind_text(statement, ":code", input->code);
    cld_db_bind_text(statement, ":message", input->message);
    cld_db_bind_int(statement, ":offset_byte", input->offset_bytes);
    cld_db_run(self->db, statement);
}

/* Forgets that @file and its items could not be read; part of a sequence for writing. Returns: how
 * many inputs that were */
guint
cld_collection_forget_unread(CldCollection *self, const char *file)
{
    sqlite3_stmt *statement = cld_db_prepare(self->db, "forget-unread");
    cld_db_bind_text(statement, ":file", file);
    cld_db_run(self->db, statement);
    return cld_db_has_failed(self->db) ? 0 : cld_db_count_changes(self->db);
}

static CldInput *
load_input(sqlite3_stmt *statement)
{
    const char *source = (const char *)sqlite3_column_text(statement, 0);
    return cld_input_new(source != NULL ? source : "",
                         outcome_of((const char *)sqlite3_column_text(statement, 1)),
                         (const char *)sqlite3_column_text(statement, 2),
                         (const char *)sqlite3_column_text(statement, 3),
                         (gssize)sqlite3_column_int64(statement, 4));
}

/* Returns: (transfer full) (element-type CldInput): what is remembered as unread, by source; part
 * of a sequence */
GPtrArray *
cld_collection_list_unread(CldCollection *self)
{
    GPtrArray *inputs = g_ptr_array_new_with_free_func((GDestroyNotify)cld_input_unref);
    if (!cld_db_has_row(self->db, "has-unread"))
        return inputs;
    sqlite3_stmt *statement = cld_db_prepare(self->db, "list-unread");
    while (cld_db_next(self->db, statement) && inputs->len < MAX_UNREAD)
        g_ptr_array_add(inputs, load_input(statement));
    return inputs;
}
