package org.writ.review.desk;

import java.util.Optional;
import java.util.Set;
import org.writ.pages.Frame;
import org.writ.review.casework.CaseView;

/**
 * A document as a case's page shows it.
 *
 * @param id its id
 * @param name as the agency calls it
 * @param kind what it is, in words
 * @param size in words
 * @param moment when it came
 * @param scan what the virus scanner says, in words
 * @param address of its bytes, at this service
 * @param order whether it is the order itself
 * @param available whether its bytes can be had
 * @param framed whether browsers show it in a frame
 * @param image whether browsers show it as an image
 */
record DocumentLine(
    String id,
    String name,
    String kind,
    String size,
    String moment,
    String scan,
    String address,
    boolean order,
    boolean available,
    boolean framed,
    boolean image) {

  private static final Set<String> HELD_BACK = Set.of("INFECTED", "UNSCANNED", "UNSCANNABLE");
  private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");
  private static final String PDF = "application/pdf";

  /**
   * A document.
   *
   * @param page address of the page that it is shown on
   */
  static DocumentLine of(Frame f, String page, CaseView.Document document) {
    boolean available = !HELD_BACK.contains(document.scan());
    return new DocumentLine(
        document.documentId(),
        Optional.ofNullable(document.fileName()).orElseGet(() -> f.w().t("erased")),
        f.w().of("document", document.kind()),
        f.size(document.size()),
        f.moment(document.addedAt()),
        f.w().of("scan", document.scan()),
        "%s/documents/%s".formatted(page, document.documentId()),
        document.kind().equals("ORDER"),
        available,
        document.mediaType().equals(PDF),
        IMAGES.contains(document.mediaType()));
  }

  /** Whether it can be shown on the page. */
  public boolean visible() {
    return available && (framed || image);
  }
}
