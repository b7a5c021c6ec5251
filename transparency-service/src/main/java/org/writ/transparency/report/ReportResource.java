package org.writ.transparency.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports for programs: JSON and CSV. */
@Path("/v1/reports")
@Tag(name = "Reports")
class ReportResource {

  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
  private static final MediaType CSV = new MediaType("text", "csv", "utf-8");

  /** The list of reports; it is short and has no further pages. */
  record Listing(List<Reports.Entry> items) {}

  private final Reports reports;
  private final ObjectMapper json;

  ReportResource(Reports reports, ObjectMapper json) {
    this.reports = reports;
    this.json = json;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The periods that have a report, newest first")
  public Listing list() {
    return new Listing(reports.list());
  }

  @GET
  @Path("{period}")
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  @Operation(summary = "The report of a quarter, half-year or year: 2026-Q3, 2026-H2, 2026")
  @APIResponse(
      responseCode = "200",
      description = "The numbers, their definitions, and the checkpoint they were computed at",
      content = @Content(schema = @Schema(implementation = Report.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since the ETag sent")
  @APIResponse(responseCode = "404", description = "No such period, or none with a report")
  public Response find(@PathParam("period") String name, @Context Request request) {
    int dot = name.indexOf('.');
    String suffix = dot < 0 ? "" : name.substring(dot);
    MediaType type =
        switch (suffix) {
          case "" -> {
            Variant best = request.selectVariant(Variant.mediaTypes(JSON, CSV).build());
            yield best == null ? JSON : best.getMediaType();
          }
          case ".json" -> JSON;
          case ".csv" -> CSV;
          default -> throw unknown("Expected .json or .csv after the period, or nothing.");
        };
    return answer(request, report(dot < 0 ? name : name.substring(0, dot)), type);
  }

  private Report report(String name) {
    Period period =
        Period.parse(name)
            .orElseThrow(
                () -> unknown("Expected a quarter, half-year or year: 2026-Q3, 2026-H2 or 2026."));
    return reports
        .find(period)
        .orElseThrow(
            () ->
                unknown(
                    "There is no report of this period: it has not begun, or ended before the first"
                        + " request. GET /v1/reports lists those that there are."));
  }

  private Response answer(Request request, Report report, MediaType type) {
    boolean csv = type.isCompatible(CSV);
    Response.ResponseBuilder response =
        Cached.answer(request, csv ? Csv.of(report) : json(report), csv ? CSV : JSON)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (csv) {
      response.header(
          HttpHeaders.CONTENT_DISPOSITION,
          "attachment; filename=\"writ-report-%s.csv\"".formatted(report.period()));
    }
    return response.build();
  }

  private String json(Report report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static HttpProblem unknown(String detail) {
    return HttpProblem.valueOf(Response.Status.NOT_FOUND, detail);
  }
}
