package org.writ.intake.document;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a request, in the order in which they came. There are never more than fit on one
 * page.
 *
 * @param items the documents
 * @param nextCursor always null
 */
@Schema(name = "DocumentList")
record DocumentList(List<DocumentView> items, @Nullable String nextCursor) {}
