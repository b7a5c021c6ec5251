/**
 * Pages that people sign in to, under {@code /desk} in each service that has some: sessions kept on
 * the server, the guard that keeps other sites out, the frame, the language, the page that says
 * what went wrong.
 */
@NullMarked
package org.writ.pages;

import org.jspecify.annotations.NullMarked;
