package org.writ.ops.country;

import org.writ.local.Port;
import org.writ.ops.OperatorCommand;
import org.writ.ops.api.Http;
import org.writ.ops.api.Jurisdictions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks at the safeguards of countries. */
@Command(
    name = "country",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows the safeguards that count for the requests of countries, and what is proposed.",
      "They are proposed and confirmed on the pages, under /desk/countries.",
      "",
      "Signs in as an operator: with WRIT_TOKEN if it is set, otherwise with --user and --password."
    })
public final class CountryCommand extends OperatorCommand {

  /** Shows all countries. */
  @Command(
      name = "list",
      description = "Shows the countries that safeguards are set or proposed for.")
  int list() {
    int found = each(jurisdictions()::page, CountryText::entry);
    out().println(found + " countries.");
    return 0;
  }

  /** Shows one country. */
  @Command(name = "show", description = "Shows what counts, what is proposed, and the history.")
  int show(
      @Parameters(paramLabel = "COUNTRY", description = "ISO 3166-1 alpha-2, such as DE")
          String code) {
    CountryText.country(jurisdictions().country(code).require(OK).json()).forEach(out()::println);
    return 0;
  }

  private Jurisdictions jurisdictions() {
    Http http = http();
    return new Jurisdictions(http, settings().url(Port.REVIEW), operator(http));
  }
}
