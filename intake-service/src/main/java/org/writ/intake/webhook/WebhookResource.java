package org.writ.intake.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.writ.web.list.PageQuery;
import org.writ.web.list.TimeCursor;
import org.writ.web.problem.JsonBodies;
import org.writ.web.problem.Problems;
import org.writ.web.security.Caller;
import org.writ.web.security.Roles;

/** An agency's webhook, for the agency. */
@Path("/v1/agency/webhook")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AGENCY)
@Tag(
    name = "Webhook",
    description =
        "Each change of a request is posted to the agency's address, as Standard Webhooks says:"
            + " JSON with type, timestamp and data; webhook-id, webhook-timestamp and"
            + " webhook-signature in the header. At least once: the same webhook-id is the same"
            + " message. Not taken (2xx within 10 s), a message is sent again for 72 hours and then"
            + " parked. 410 removes the webhook. Messages of one request come in order, unless an"
            + " earlier one keeps failing; data.version tells which is newer.")
class WebhookResource {

  private final ManageWebhook webhooks;
  private final WebhookConfig config;
  private final Caller caller;
  private final JsonBodies bodies;

  WebhookResource(ManageWebhook webhooks, WebhookConfig config, Caller caller, JsonBodies bodies) {
    this.webhooks = webhooks;
    this.config = config;
    this.caller = caller;
    this.bodies = bodies;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Says where the agency is told of changes",
      description = "A new address gets a secret of its own, which is shown in this answer alone.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = WebhookBody.class)))
  @APIResponse(
      responseCode = "200",
      description = "It is told there; the secret is in the answer if the address is new",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  @APIResponse(
      responseCode = "201",
      description = "It was not told before, and is now",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  @APIResponse(responseCode = "400", description = "The body is not JSON")
  @APIResponse(responseCode = "403", description = "The agency is not active")
  @APIResponse(responseCode = "422", description = "Every fault is named in errors")
  public Response set(InputStream body) {
    var tree = bodies.read(body);
    var allowed = new WebhookReader.Allowed(config.allowHttp(), config.allowPrivate());
    var url = WebhookReader.read(tree, allowed).orRefuse();
    var outcome = webhooks.set(caller.agencyId(), url, caller.as(Roles.AGENCY));
    return Response.status(outcome.created() ? Status.CREATED : Status.OK)
        .entity(outcome.webhook())
        .build();
  }

  @GET
  @Operation(summary = "Where the agency is told of changes")
  @APIResponse(responseCode = "200", description = "The webhook, without its secret")
  @APIResponse(responseCode = "404", description = "There is none")
  public WebhookView get() {
    return webhooks.get(caller.agencyId());
  }

  @DELETE
  @Operation(
      summary = "Ends the webhook",
      description = "Messages that wait are parked. Without a webhook it changes nothing.")
  @APIResponse(responseCode = "204", description = "There is none now")
  @APIResponse(responseCode = "403", description = "The agency is not active")
  public void remove() {
    webhooks.remove(caller.agencyId(), caller.as(Roles.AGENCY));
  }

  @POST
  @Path("/secret")
  @Operation(
      summary = "Makes another secret",
      description =
          "Shown in this answer alone. For 24 hours every message has two signatures, with the new"
              + " secret and with the one of before.")
  @APIResponse(responseCode = "200", description = "The webhook with its new secret")
  @APIResponse(responseCode = "404", description = "There is no webhook")
  public WebhookView rotate() {
    return webhooks.rotate(caller.agencyId(), caller.as(Roles.AGENCY));
  }

  @POST
  @Path("/test")
  @Operation(
      summary = "Sends a ping",
      description = "A message of type webhook.ping, sent and retried as all others.")
  @APIResponse(
      responseCode = "202",
      description = "The ping is queued",
      content = @Content(schema = @Schema(implementation = MessageView.class)))
  @APIResponse(responseCode = "404", description = "There is no webhook")
  public Response test() {
    return accepted(webhooks.ping(caller.agencyId()));
  }

  @GET
  @Path("/messages")
  @Operation(
      summary = "The messages to the agency, newest first",
      description = "Those that were delivered or parked are kept for 30 days.")
  @APIResponse(responseCode = "200", description = "A page of messages")
  @APIResponse(responseCode = "422", description = "status, limit or cursor cannot be understood")
  public MessageView.Page messages(
      @Parameter(
              description = "Only those",
              schema = @Schema(enumeration = {"PENDING", "DELIVERED", "PARKED"}))
          @QueryParam("status")
          @Nullable String status,
      @BeanParam PageQuery page) {
    var found =
        webhooks.messages(
            caller.agencyId(), status(status), page.after(TimeCursor::parse), page.size());
    return new MessageView.Page(found.map(MessageView::of), found.nextCursor());
  }

  @POST
  @Path("/messages/{id}/replay")
  @Operation(
      summary = "Sends a message once more",
      description = "With the webhook-id that it had, and retried as a new one.")
  @APIResponse(
      responseCode = "202",
      description = "The message is queued",
      content = @Content(schema = @Schema(implementation = MessageView.class)))
  @APIResponse(responseCode = "404", description = "There is none, or it is not the agency's")
  @APIResponse(responseCode = "409", description = "It is still being sent")
  public Response replay(@PathParam("id") String id) {
    return accepted(webhooks.replay(caller.agencyId(), id));
  }

  private static Response accepted(Message message) {
    return Response.status(Status.ACCEPTED).entity(MessageView.of(message)).build();
  }

  private static Message.@Nullable Status status(@Nullable String text) {
    return text == null
        ? null
        : Arrays.stream(Message.Status.values())
            .filter(status -> status.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    Problems.invalid(
                        "The query parameter status must be PENDING, DELIVERED or PARKED."));
  }
}
