/** Reads the topics. Nothing else here touches Kafka. */
@NullMarked
package org.writ.ops.log;

import org.jspecify.annotations.NullMarked;
