package org.writ.eventlog.consume;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.writ.eventlog.security.Actors;
import org.writ.events.Topic;

/** The operators' view of events that could not be handled; the same in every service. */
@Path("/v1/parked")
@RolesAllowed("ops")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {

  private final ParkedEvents parked;
  private final SecurityIdentity identity;

  /** With the table of parked events and the caller. */
  @Inject
  public ParkedResource(ParkedEvents parked, SecurityIdentity identity) {
    this.parked = parked;
    this.identity = identity;
  }

  /** All parked events, oldest first. */
  @GET
  @Operation(summary = "All parked events, oldest first")
  public Map<String, List<ParkedEvents.ParkedEvent>> list() {
    return Map.of("items", parked.list());
  }

  /** Handles a subject's parked events again. */
  @POST
  @Path("/{topic}/{subject}/retry")
  @Operation(summary = "Handles a subject's parked events again, in order, until one fails")
  public Map<String, Integer> retry(String topic, String subject) {
    return Map.of("handled", parked.retry(topic(topic), subject));
  }

  /** Gives up a subject's oldest parked event. */
  @POST
  @Path("/{topic}/{subject}/drop")
  @Operation(summary = "Gives up a subject's oldest parked event; who did it is recorded")
  public Map<String, Boolean> drop(String topic, String subject) {
    if (!parked.drop(topic(topic), subject, Actors.of(identity, "ops"))) {
      throw new NotFoundException("No parked event of this subject");
    }
    return Map.of("dropped", true);
  }

  private static Topic topic(String name) {
    try {
      return Topic.named(name);
    } catch (IllegalArgumentException unknown) {
      throw new NotFoundException(unknown.getMessage(), unknown);
    }
  }
}
