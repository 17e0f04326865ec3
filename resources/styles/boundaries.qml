<!DOCTYPE qgis>
<qgis labelsEnabled="1" styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="singleSymbol">
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="0,141,249,255" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="35,35,35,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.4" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="style" type="QString" value="solid" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="fillColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="set_color_part(array_get(array('#ff6e3a', '#008df9', '#e20134', '#8400cd', '#009f81', '#ffb2fd', '#9f0162', '#ffc33b', '#a40122', '#00c2f9'), coalesce(try(to_int(&quot;cluster_id&quot;)), length(&quot;cluster_id&quot;) + ascii(&quot;cluster_id&quot;)) % 10), 'alpha', 70)" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="outlineColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="darker(array_get(array('#ff6e3a', '#008df9', '#e20134', '#8400cd', '#009f81', '#ffb2fd', '#9f0162', '#ffc33b', '#a40122', '#00c2f9'), coalesce(try(to_int(&quot;cluster_id&quot;)), length(&quot;cluster_id&quot;) + ascii(&quot;cluster_id&quot;)) % 10), 130)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{00000000-0000-0000-0000-000000000000}">
   <rule key="{00000000-0000-0000-0000-000000000001}">
    <settings calloutType="simple">
     <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="cluster_id" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="75" fontWordSpacing="0" forcedBold="1" forcedItalic="0" isExpression="0" legendString="Aa" multilineHeight="1" multilineHeightUnit="Percentage" previewBkgrdColor="255,255,255,255" tabStopDistance="6" tabStopDistanceUnit="Percentage" textColor="28,28,28,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
      <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="0.84999999999999998" bufferSize="0.69999999999999996" bufferSizeUnits="MM" />
     </text-style>
     <placement allowDegraded="0" centroidInside="0" centroidWhole="0" dist="0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorTextPoint="FollowPlacement" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" maximumDistance="0" maximumDistanceUnit="MM" offsetType="0" offsetUnits="MM" overlapHandling="PreventOverlap" overrunDistance="0" overrunDistanceUnit="MM" placement="1" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" prioritization="PreferCloser" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
     <rendering drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
    </settings>
   </rule>
  </rules>
 </labeling>
 <fieldConfiguration>
  <field name="weight">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="area_km2">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="perimeter_km">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="centre_lon">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="5" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="centre_lat">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="5" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="compactness">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="cluster_id" index="0" name="Cluster number" />
  <alias field="boundary" index="1" name="Kind of boundary" />
  <alias field="addresses" index="2" name="Addresses" />
  <alias field="sites" index="3" name="Sites" />
  <alias field="weight" index="4" name="Weight" />
  <alias field="area_km2" index="5" name="Area, km²" />
  <alias field="perimeter_km" index="6" name="Perimeter, km" />
  <alias field="centre_lon" index="7" name="Longitude of the centre" />
  <alias field="centre_lat" index="8" name="Latitude of the centre" />
  <alias field="compactness" index="9" name="Compactness (0 to 1)" />
 </aliases>
</qgis>
