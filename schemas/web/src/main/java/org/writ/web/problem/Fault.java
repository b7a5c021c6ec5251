package org.writ.web.problem;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer JSON pointer (RFC 6901) to the wrong value; empty for the whole body
 * @param detail what was expected, in a sentence that does not repeat the value
 */
public record Fault(String pointer, String detail) {}
