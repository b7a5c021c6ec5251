/** What the OpenAPI document says beyond what the resources say of themselves: its examples. */
@NullMarked
package org.writ.intake.openapi;

import org.jspecify.annotations.NullMarked;
