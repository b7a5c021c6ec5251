package org.writ.intake.hi1;

/**
 * Why a message or an action is refused: {@code ErrorInformation}.
 *
 * @param code see {@link ErrorCode}
 * @param detail what was expected, in words that repeat nothing of the message
 */
record Refusal(int code, String detail) {}
