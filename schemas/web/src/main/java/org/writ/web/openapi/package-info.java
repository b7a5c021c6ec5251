/** What the services' OpenAPI documents say beyond what the resources say of themselves. */
@NullMarked
package org.writ.web.openapi;

import org.jspecify.annotations.NullMarked;
