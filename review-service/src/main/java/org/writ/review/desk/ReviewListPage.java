package org.writ.review.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.writ.review.quality.Quality;
import org.writ.review.security.Reviewers;
import org.writ.web.security.Roles;

/** The second reviews that wait for whoever looks, and taking the oldest of them. */
@Path("/desk/reviews")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.SENIOR_REVIEWER})
class ReviewListPage {

  static final String ADDRESS = "/desk/reviews";

  private final ReviewScreen screen;
  private final Quality quality;
  private final Reviewers reviewers;

  ReviewListPage(ReviewScreen screen, Quality quality, Reviewers reviewers) {
    this.screen = screen;
    this.quality = quality;
    this.reviewers = reviewers;
  }

  /** What has just come of a second review, as it stands in the list's address. */
  enum Done {
    AGREED,
    DISAGREED,
    NONE_FREE;

    /** Where the list says so. */
    URI address() {
      return URI.create(ADDRESS + "?done=" + name());
    }
  }

  @GET
  @Operation(hidden = true)
  public Response list(@QueryParam("done") @Nullable String done) {
    return screen.list(
        Arrays.stream(Done.values())
            .filter(value -> value.name().equals(done))
            .findFirst()
            .orElse(null));
  }

  /** Takes the review of the oldest decision that whoever asks may take. */
  @POST
  @Operation(hidden = true)
  public Response claimOldest() {
    return Response.seeOther(
            quality
                .claimOldest(reviewers.signedIn())
                .map(held -> ReviewPage.address(held.id()))
                .orElseGet(Done.NONE_FREE::address))
        .build();
  }
}
