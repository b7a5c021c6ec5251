package org.writ.review;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.writ.eventlog.testing.EveryPathRules;
import org.writ.eventlog.testing.TestStack;

/** Who is refused on every path, whatever it is about. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class EveryPathTest extends EveryPathRules {}
