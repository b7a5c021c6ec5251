package org.writ.intake;

import org.writ.eventlog.testing.ArchitectureRules;

/** The rules of the house, for this service. */
class ArchitectureTest extends ArchitectureRules {}
