"""Speed, memory and responsiveness of density clustering, measured beside others: `make bench`.

points            made-up countries and worlds, and how they compare with real publications
worst_points      the inputs that density clustering is known to fear
contenders        who computes on arrays
qgis_processing   who computes from GeoPackage to GeoPackage inside QGIS
measuring         one contender in a process of its own: time, memory, answer
agreement         whether two answers are one
physical_bound    what the machine could do at best
rounds            a contender and the bound by turns
comparisons       contenders side by side
worst_cases, growth, first_call, responsiveness
                  the other questions, a file each
table             measured, goal, met or not
run               the front door
"""
