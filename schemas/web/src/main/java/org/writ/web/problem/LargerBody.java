package org.writ.web.problem;

/**
 * An address whose bodies may be larger than those of all others. Implemented by a CDI bean beside
 * the resource that reads them, which bounds what it reads by itself: {@link BodyLimit} only lets a
 * body pass that announces more than elsewhere.
 */
public interface LargerBody {

  /**
   * Whether it is about this request.
   *
   * @param method such as {@code PUT}
   * @param path as it was sent, without the query
   */
  boolean covers(String method, String path);

  /** Length of a body in bytes, at most; below the server's own limit. */
  long maxBytes();
}
