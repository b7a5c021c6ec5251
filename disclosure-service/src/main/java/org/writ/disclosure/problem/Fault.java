package org.writ.disclosure.problem;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer JSON pointer (RFC 6901) to the wrong value; empty for the whole body
 * @param detail what was expected, without the value
 */
public record Fault(String pointer, String detail) {}
