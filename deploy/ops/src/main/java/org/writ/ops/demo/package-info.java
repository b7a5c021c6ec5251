/** {@code deploy/writ demo}: invented agencies, requests and reviewers that use the real system. */
@NullMarked
package org.writ.ops.demo;

import org.jspecify.annotations.NullMarked;
