package org.writ.transparency;

import org.writ.eventlog.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
