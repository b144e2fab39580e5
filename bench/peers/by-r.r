# The methods in R, as the manuals of the packages use them.
arguments <- commandArgs(trailingOnly = TRUE)
asked <- arguments[1]
folder <- arguments[2]
lines <- read.table(file.path(folder, "numbers.txt"))
number <- setNames(as.list(lines$V2), lines$V1)
column <- function(name) {
  file <- file.path(folder, paste0(name, ".f64"))
  readBin(file, "double", file.size(file) / 8)
}

counted <- function() {
  at <- floor((column("y") - number$y0) / number$cell) * number$columns +
    floor((column("x") - number$x0) / number$cell)
  tabulate(at + 1, number$columns * number$rows)
}
# Centres row by row, as the cells are numbered.
centres <- function() {
  x <- number$x0 + number$cell * (seq_len(number$columns) - 0.5)
  y <- number$y0 + number$cell * (seq_len(number$rows) - 0.5)
  cbind(rep(x, times = number$rows), rep(y, each = number$columns))
}
queens <- function() spdep::dnearneigh(centres(), 0, number$cell * 1.5)
plain <- function() data.frame(x = column("x"), y = column("y"))
spatial <- function() sf::st_as_sf(plain(), coords = c("x", "y"), crs = 32616)

answers <- list(
  "gi-star" = function() {
    weights <- spdep::nb2listw(spdep::include.self(queens()), style = "B")
    z <- as.numeric(spdep::localG(counted(), weights))
    list(z = z, q = p.adjust(2 * pnorm(-abs(z)), "BH"))
  },
  "gi-star-sfhotspot" = function() {
    found <- sfhotspot::hotspot_gistar(spatial(), cell_size = number$cell, kde = FALSE, quiet = TRUE)
    list(z = found$gistar)
  },
  "classify-sfhotspot" = function() {
    data <- spatial()
    data$date <- as.Date("1970-01-01") + column("times") / 1440
    found <- sfhotspot::hotspot_classify(data, time = "date", cell_size = number$cell, quiet = TRUE)
    list(cells = nrow(found))
  },
  "local-moran" = function() {
    set.seed(1)
    weights <- spdep::nb2listw(queens(), style = "W")
    found <- spdep::localmoran_perm(as.numeric(counted()), weights, nsim = 999)
    list(statistic = found[, "Ii"], p = found[, "Pr(z != E(Ii)) Sim"])
  },
  "quartic" = function() {
    window <- spatstat.geom::owin(
      number$x0 + c(0, number$columns * number$cell), number$y0 + c(0, number$rows * number$cell)
    )
    points <- spatstat.geom::ppp(column("x"), column("y"), window = window, check = FALSE)
    # Its bandwidth is the standard deviation of the kernel along an axis.
    surface <- spatstat.explore::density.ppp(points,
      kernel = "quartic", sigma = number$bandwidth / sqrt(8), edge = FALSE,
      dimyx = c(number$rows, number$columns)
    )
    list(value = as.numeric(t(surface$v)) * 1e6)
  },
  "dbscan" = function() {
    found <- dbscan::dbscan(as.matrix(plain()), eps = number$radius, minPts = number$minimum)
    list(value = found$cluster - 1)
  },
  "nearest" = function() {
    distances <- spatstat.geom::nndist(column("x"), column("y"))
    list(value = distances, index = mean(distances) / (0.5 / sqrt(length(distances) / number$area)))
  },
  "knox-surveillance" = function() {
    set.seed(1)
    space <- as.numeric(dist(as.matrix(plain()), method = "manhattan"))
    time <- as.numeric(dist(column("days")))
    found <- surveillance::knox(time < 7, space < 100, simulate.p.value = TRUE, B = number$permutations)
    list(observed = found$statistic, p = found$p.value)
  },
  "knox-near-repeat" = function() {
    set.seed(1)
    found <- NearRepeat::NearRepeat(column("x"), column("y"), column("days"),
      sds = c(0, 1, 100, 200, 300, 400, Inf), tds = c(0, 7, 14, 21, 28, Inf),
      method = "manhattan", nrep = number$permutations
    )
    list(observed = as.numeric(t(found$observed)))
  },
  "count-areas" = function() {
    list(value = lengths(sf::st_intersects(outlines, dots)))
  },
  "rates" = function() {
    counts <- column("counts")
    people <- column("people")
    found <- mapply(function(count, own) {
      if (own < number$leastPopulation) return(c(NA, NA, NA))
      test <- poisson.test(count, own / number$per, conf.level = number$level)
      c(test$estimate, test$conf.int)
    }, counts, people)
    list(rate = found[1, ], low = found[2, ], high = found[3, ])
  },
  "location-quotient" = function() {
    kind <- column("kind")
    counts <- column("counts")
    region <- sum(kind) / sum(counts)
    found <- mapply(function(some, all) {
      if (all < number$floor) return(c(NA, NA, NA, NA))
      test <- binom.test(some, all, region)
      c(test$estimate / region, test$conf.int / region, test$p.value)
    }, kind, counts)
    list(
      quotient = found[1, ], low = found[2, ], high = found[3, ],
      p = found[4, ], q = p.adjust(found[4, ], "BH")
    )
  },
  "terrain-fit" = function() {
    kept <- which(column("kept") == 1)
    ratio <- rep(1, number$factors)
    if (length(kept) > 0) {
      near <- sapply(kept - 1, function(k) column(paste0("near", k)))
      fit <- glm(column("counts") ~ near, family = poisson(), control = list(epsilon = 1e-12))
      ratio[kept] <- exp(coef(fit)[-1])
    }
    list(ratio = ratio)
  },
  "cusum-limit" = function() {
    counts <- hist(column("times"), plot = FALSE, right = FALSE,
      breaks = number$first + number$step * 0:number$steps
    )$counts
    mean <- mean(counts[seq_len(number$baseline)])
    k <- round(number$reference * number$scale)
    limit <- spc::pois.cusum.crit(mean, k, number$every, number$scale)[["hm"]]
    lengths <- sapply(mean * c(1, number$ratio), function(one) {
      spc::pois.cusum.arl(one, k, limit, number$scale)
    })
    # It raises an alarm above its limit, we do at ours.
    list(limit = (limit + 1) / number$scale, lengths = lengths)
  },
  "scan-smerc" = function() {
    found <- smerc::scan.test(cbind(column("x"), column("y")), column("cases"), column("people"),
      nsim = number$permutations, longlat = FALSE
    )
    list(ratio = found$clusters[[1]]$loglikrat, places = length(found$clusters[[1]]$locids))
  }
)

# Packages and geometries are there before the clock starts.
for (name in c("spdep", "spatstat.explore", "dbscan", "surveillance", "sf", "spc")) {
  if (requireNamespace(name, quietly = TRUE)) invisible(NULL)
}
if (asked == "count-areas") {
  corners <- split(data.frame(x = column("cornerX"), y = column("cornerY")), column("cornerOf"))
  outlines <- sf::st_sfc(lapply(corners, function(ring) sf::st_polygon(list(as.matrix(ring)))))
  dots <- sf::st_geometry(sf::st_as_sf(plain(), coords = c("x", "y")))
}
seconds <- numeric(number$runs)
for (run in seq_len(number$runs)) {
  started <- proc.time()[["elapsed"]]
  answer <- answers[[asked]]()
  seconds[run] <- proc.time()[["elapsed"]] - started
}
for (name in names(answer)) {
  writeBin(as.double(answer[[name]]), file.path(folder, paste0("answer-", name, ".f64")))
}
cat("\n", paste(seconds, collapse = ","), " ", paste(names(answer), collapse = " "), "\n", sep = "")
