package org.writ.disclosure.delivery;

/** A delivery cannot do what was asked, and the asker can act on why. */
abstract sealed class DeliveryRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DeliveryRefusal(String message) {
    super(message);
  }

  /** As {@code AcknowledgementRefused} names it. */
  final String reason() {
    return switch (this) {
      case NoPackage _ -> "NO_PACKAGE";
      case Gone _ -> "GONE";
      case Frozen _ -> "FROZEN";
      case WrongPackage _ -> "WRONG_PACKAGE";
    };
  }

  /** There is no package, or not yet one. */
  static final class NoPackage extends DeliveryRefusal {
    private static final long serialVersionUID = 1L;

    NoPackage(String message) {
      super(message);
    }
  }

  /** There was a package, and it is deleted. */
  static final class Gone extends DeliveryRefusal {
    private static final long serialVersionUID = 1L;

    Gone(String message) {
      super(message);
    }
  }

  /** The agency is suspended. */
  static final class Frozen extends DeliveryRefusal {
    private static final long serialVersionUID = 1L;

    Frozen() {
      super("Your agency is suspended; nothing is handed over or acknowledged until that ends.");
    }
  }

  /** The hash is that of something else. */
  static final class WrongPackage extends DeliveryRefusal {
    private static final long serialVersionUID = 1L;

    WrongPackage() {
      super("is not the SHA-256 of this delivery's package");
    }
  }
}
