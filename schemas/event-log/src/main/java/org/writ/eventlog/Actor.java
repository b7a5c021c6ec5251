package org.writ.eventlog;

/**
 * Who caused an event: a role and an opaque id, never a name. Travels as {@code ce_actor}, {@code
 * role:id}.
 *
 * @param role such as {@code agency}, {@code reviewer} or {@code service}
 * @param id opaque id: an agency's id, a person's id at the identity provider, or a service's name
 */
public record Actor(String role, String id) {

  /** Refuses an actor that could not be read back. */
  public Actor {
    if (role.isBlank() || role.indexOf(':') >= 0 || id.isBlank()) {
      throw new IllegalArgumentException("An actor is a role without colon and an id");
    }
  }

  /** One of Writ's services, acting by itself. */
  public static Actor service(String name) {
    return new Actor("service", name);
  }

  /**
   * Reads {@code role:id}.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  public static Actor parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("Expected role:id as actor");
    }
    return new Actor(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return role + ":" + id;
  }
}
