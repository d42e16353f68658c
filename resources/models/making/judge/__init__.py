"""Looks at a picture and says what it shows; told apart from all that is trained.

No network: colours are compared in a perceptual space, things are found by laying what the world
draws over the picture, shapes by their outline. Only pixels go in.

    colours       CIE L*a*b*
    falling       whether rain or snow falls
    settings      style, time, weather and ground, from the landscape as a whole
    templates     what the world draws, cut out, and how well it fits at a place
    sightings     what was found so far
    scenes        what stands in front, trees, the house
    surroundings  flowers, fence, sky, what is far away, sun and moon
    outlines      which shape a region is
    shapes        geometric shapes on a ground
    silhouettes   where anything stands at all
    truth         what a known picture shows, in the judge's words
    verdict       what a caption states against what is seen
    check         how often the judge itself is right
"""
