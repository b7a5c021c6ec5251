package org.writ.transparency.ledger;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.writ.eventlog.Transactions;

/** The ledger for everybody: a tiled log (C2SP tlog-tiles), its key, and receipts. */
@Path("/")
@Tag(name = "Ledger")
class LedgerResource {

  private static final String TEXT = "text/plain; charset=utf-8";

  /** Bytes at a tile's address never change. */
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Ledger ledger;
  private final Checkpoints checkpoints;
  private final Receipts receipts;
  private final Transactions transactions;

  LedgerResource(
      Ledger ledger, Checkpoints checkpoints, Receipts receipts, Transactions transactions) {
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.receipts = receipts;
    this.transactions = transactions;
  }

  @GET
  @Path("checkpoint")
  @Produces(TEXT)
  @Operation(summary = "The last signed checkpoint (C2SP tlog-checkpoint)")
  @APIResponse(responseCode = "200", description = "A signed note")
  @APIResponse(responseCode = "404", description = "Nothing was signed yet")
  public Response checkpoint() {
    SignedNote note =
        transactions
            .call(checkpoints::latest)
            .orElseThrow(() -> unknown("No checkpoint was signed yet."));
    return Response.ok(note.toString()).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
  }

  @GET
  @Path("tile/{path: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A tile of the tree, or a bundle of entries (C2SP tlog-tiles)")
  @APIResponse(responseCode = "200", description = "Hashes, or entries with their lengths")
  @APIResponse(responseCode = "404", description = "The tree does not reach that far")
  public Response tile(@PathParam("path") String path) {
    TilePath tile =
        TilePath.parse(path)
            .orElseThrow(
                () ->
                    unknown(
                        "Expected <level>/<index> or entries/<index>, with .p/<width> if it is not"
                            + " full, such as 0/x001/067.p/8."));
    byte[] bytes =
        transactions
            .call(() -> ledger.resource(tile))
            .orElseThrow(() -> unknown("The tree has no such tile yet."));
    return Response.ok(bytes).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
  }

  @GET
  @Path("v1/ledger/key")
  @Produces(TEXT)
  @Operation(summary = "The checkpoint's verifier key (C2SP signed-note)")
  public Response key() {
    return Response.ok(checkpoints.verifierKey() + "\n")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
        .build();
  }

  @GET
  @Path("v1/receipts/{eventDigest}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The proof that an event is in the ledger")
  @APIResponse(responseCode = "200", description = "Inclusion proof and checkpoint")
  @APIResponse(responseCode = "404", description = "No such event is in the ledger yet")
  public Response receipt(@PathParam("eventDigest") String eventDigest) {
    if (eventDigest.length() != 2 * Hash.LENGTH
        || !eventDigest.chars().allMatch(HexFormat::isHexDigit)) {
      throw unknown("Expected an event's digest, 64 hex digits.");
    }
    Receipts.Receipt receipt =
        receipts
            .of(Hash.fromHex(eventDigest))
            .orElseThrow(() -> unknown("No event with this digest is in the ledger yet."));
    return Response.ok(receipt).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
  }

  private static HttpProblem unknown(String detail) {
    return HttpProblem.valueOf(Response.Status.NOT_FOUND, detail);
  }
}
