/**
 * What every call of an agency passes: that the agency, whoever acts for it and the client that
 * they use may act. It follows what intake says about agencies ({@code intake.agencies}); its rows
 * are a fold over the own topic {@code disclosure.access}.
 */
@NullMarked
package org.writ.disclosure.access;

import org.jspecify.annotations.NullMarked;
