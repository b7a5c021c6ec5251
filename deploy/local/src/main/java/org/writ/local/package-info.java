/**
 * The whole of Writ on one machine, as real processes: MariaDB, Kafka, Apicurio Registry, Keycloak
 * and the four services.
 *
 * <p>{@link org.writ.local.Stack} is what other code uses; {@link org.writ.local.Main} is the
 * command line on top of it. Everything here is for one machine: passwords are known to all, and
 * every port is bound to loopback only.
 */
@NullMarked
package org.writ.local;

import org.jspecify.annotations.NullMarked;
