package org.writ.disclosure.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some deliveries.
 *
 * @param items the newest first
 * @param nextCursor to be sent for those after; absent if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryPage(List<DeliveryView> items, @Nullable String nextCursor) {}
