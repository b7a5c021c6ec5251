/** Tests of the OpenAPI document. */
@NullMarked
package org.writ.intake.openapi;

import org.jspecify.annotations.NullMarked;
